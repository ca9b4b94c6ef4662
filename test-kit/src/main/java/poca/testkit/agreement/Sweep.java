package poca.testkit.agreement;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Asks every operation what it must refuse: a caller without a token, one whose account is
/// deactivated, ids that nothing has, ids that are none, a body that is no JSON, a page of no rows.
/// The answers are judged where all exchanges are.
final class Sweep {

  private static final String JSON = "application/json";
  private static final String MULTIPART = "multipart/form-data";
  private static final String LIMIT = "limit";
  private static final String BOUNDARY = "a-sweep-through-the-operations";

  /// What is wrong with a request, beside its ids, which are of nothing.
  private enum Flaw {
    NONE,
    ID,
    BODY,
    LIMIT;

    boolean fits(Operation operation, JsonNode content) {
      return switch (this) {
        case NONE -> true;
        case ID -> !operation.path().names().isEmpty();
        case BODY -> content.has(JSON);
        case LIMIT ->
            operation.parametersIn("query").stream()
                .anyMatch(parameter -> parameter.path("name").asString("").equals(Sweep.LIMIT));
      };
    }
  }

  private final ApiDocument document;
  private final SampleValues values;
  private final URI service;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Sweep(ApiDocument document, URI service) {
    this.document = document;
    this.values = new SampleValues(document);
    this.service = service;
  }

  /// What was not refused as it must be.
  List<Disagreement> through(
      List<Operation> operations, Supplier<String> admin, Supplier<String> deactivated) {
    var found = new ArrayList<Disagreement>();
    for (var operation : operations) {
      if (!operation.isPublic()) {
        expect(401, operation, ask(operation, null, Flaw.NONE), found);
        if (operation.statuses().contains(403)) {
          expect(403, operation, ask(operation, deactivated.get(), Flaw.NONE), found);
        }
      }
      for (var flaw : Flaw.values()) {
        if (flaw.fits(operation, content(operation))) {
          ask(operation, admin.get(), flaw);
        }
      }
    }
    return found;
  }

  private static void expect(int due, Operation operation, int status, List<Disagreement> found) {
    if (status != due) {
      found.add(new Disagreement("swept " + operation.id() + " " + due, "was answered " + status));
    }
  }

  private int ask(Operation operation, @Nullable String token, Flaw flaw) {
    var request = HttpRequest.newBuilder(uri(operation, flaw));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    request.method(
        operation.method(), flaw == Flaw.BODY ? brokenBody(request) : body(operation, request));
    try {
      var response = http.send(request.build(), BodyHandlers.ofInputStream());
      try (var body = response.body()) {
        if (!isEndless(response.headers())) {
          body.transferTo(OutputStream.nullOutputStream());
        }
      }
      return response.statusCode();
    } catch (IOException e) {
      throw new IllegalStateException(operation.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isEndless(HttpHeaders headers) {
    return headers.firstValue("Content-Type").orElse("").startsWith("text/event-stream");
  }

  private URI uri(Operation operation, Flaw flaw) {
    var path = operation.path().text();
    for (var name : operation.path().names()) {
      path =
          path.replace(
              "{" + name + "}", flaw == Flaw.ID ? "not-an-id" : UUID.randomUUID().toString());
    }
    var query = new ArrayList<String>();
    for (var parameter : operation.parametersIn("query")) {
      var name = parameter.path("name").asString();
      if (parameter.path("required").asBoolean(false)) {
        query.add(name + "=" + encoded(values.of(parameter.path("schema"))));
      } else if (flaw == Flaw.LIMIT && name.equals(LIMIT)) {
        query.add(LIMIT + "=0");
      }
    }
    return service.resolve(path + (query.isEmpty() ? "" : "?" + String.join("&", query)));
  }

  private static String encoded(JsonNode value) {
    return URLEncoder.encode(value.asString(), StandardCharsets.UTF_8);
  }

  private BodyPublisher body(Operation operation, HttpRequest.Builder request) {
    var content = content(operation);
    if (content.isEmpty()) {
      return BodyPublishers.noBody();
    }
    var type = content.has(JSON) ? JSON : content.propertyNames().iterator().next();
    var value = values.of(content.get(type).path("schema"));
    switch (type) {
      case JSON -> {
        request.header("Content-Type", JSON);
        return BodyPublishers.ofString(value.toString());
      }
      case MULTIPART -> {
        request.header("Content-Type", MULTIPART + ";boundary=" + BOUNDARY);
        return BodyPublishers.ofString(
            parts(value, document.resolved(content.get(type).path("schema")).path("properties")));
      }
      default -> {
        request.header("Content-Type", type);
        return BodyPublishers.ofString(
            value.properties().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&")));
      }
    }
  }

  private JsonNode content(Operation operation) {
    return document.resolved(operation.node().path("requestBody")).path("content");
  }

  private static BodyPublisher brokenBody(HttpRequest.Builder request) {
    request.header("Content-Type", JSON);
    return BodyPublishers.ofString("{");
  }

  private static String parts(JsonNode value, JsonNode properties) {
    var text = new StringBuilder();
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      if (!field.getKey().equals("file")) {
        part(text, "name=\"" + field.getKey() + "\"", field.getValue().asString());
      }
    }
    if (properties.has("file")) {
      part(text, "name=\"file\"; filename=\"sweep.txt\"", "swept");
    }
    return text.append("--").append(BOUNDARY).append("--\r\n").toString();
  }

  private static void part(StringBuilder text, String disposition, String content) {
    text.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; ");
    text.append(disposition).append("\r\n\r\n").append(content).append("\r\n");
  }
}
