package poca.testkit.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Holds answers against the document: status, headers, media type and body.
final class ResponseAgreement {

  /// What a service may answer to a request that the document does not know.
  private static final Set<Integer> TO_THE_UNKNOWN = Set.of(401, 403, 404, 405);

  /// Headers that belong to a status (contract 1.3).
  private static final Map<Integer, String> HEADERS =
      Map.of(
          401, "www-authenticate",
          405, "allow",
          416, "content-range",
          429, "retry-after");

  private final String service;
  private final ApiDocument document;
  private final Schemas schemas;

  ResponseAgreement(String service, ApiDocument document) {
    this.service = service;
    this.document = document;
    this.schemas = new Schemas(document);
  }

  /// What is wrong with it, empty if nothing is.
  List<Disagreement> check(Exchange exchange) {
    if (exchange.method().equals("OPTIONS")) {
      return List.of();
    }
    var found = new ArrayList<String>();
    var header = HEADERS.get(exchange.status());
    if (header != null && !exchange.headers().containsKey(header)) {
      found.add("without the header " + header);
    }
    var operation = operation(exchange);
    if (operation == null) {
      unknown(exchange, found);
    } else {
      known(operation, exchange, found);
    }
    var subject =
        (operation == null
                ? exchange.method() + " " + exchange.path() + " (not in the document)"
                : operation.toString())
            + " answered "
            + exchange.status();
    return found.stream().map(text -> new Disagreement(subject, text)).toList();
  }

  /// The operation that was asked for; a HEAD that is not documented is that of its GET.
  @Nullable Operation operation(Exchange exchange) {
    var path = exchange.path();
    var exact = document.operation(service, exchange.method(), path);
    return exact.isEmpty() && exchange.method().equals("HEAD")
        ? document.operation(service, "GET", path).orElse(null)
        : exact.orElse(null);
  }

  private void unknown(Exchange exchange, List<String> found) {
    if (!TO_THE_UNKNOWN.contains(exchange.status())) {
      found.add("no such operation of " + service + " is in the document");
    } else if (exchange.status() == 404 && document.knows(service, exchange.path())) {
      found.add("the path is in the document with other methods: 405 was due");
    }
    var body = exchange.body();
    if (body == null || exchange.method().equals("HEAD")) {
      return;
    }
    var code = json(body, found).at("/data/error_code").asString("");
    var due =
        switch (exchange.status()) {
          case 404 -> Set.of("RES_001");
          case 405 -> Set.of("BIZ_001");
          case 401 -> Set.of("AUTH_002", "AUTH_003");
          default -> Set.of("AUTH_004");
        };
    if (!due.contains(code)) {
      found.add("error_code " + code + ", not " + due);
    }
  }

  private void known(Operation operation, Exchange exchange, List<String> found) {
    var documented = operation.response(exchange.status());
    if (documented.isEmpty()) {
      found.add("the status is not documented" + codeOf(exchange));
      return;
    }
    accepted(operation, exchange, found);
    var response = document.resolved(documented.get());
    for (var header : response.path("headers").properties()) {
      var name = header.getKey().toLowerCase(Locale.ROOT);
      if (document.resolved(header.getValue()).path("required").asBoolean(false)
          && !exchange.headers().containsKey(name)) {
        found.add("without the header " + name);
      }
    }
    if (!exchange.method().equals("HEAD")) {
      content(response.path("content"), exchange, found);
    }
  }

  /// What a service takes must not be more than the document says. Formats are left out: many a
  /// form of a time is taken (contract 1.9).
  private void accepted(Operation operation, Exchange exchange, List<String> found) {
    var sent = exchange.sent();
    var schema =
        document
            .resolved(operation.node().path("requestBody"))
            .path("content")
            .path("application/json")
            .path("schema");
    if (exchange.status() / 100 == 2 && sent != null && schema.isObject()) {
      for (var complaint : schemas.complaintsButFormats(schema, json(sent, found))) {
        found.add("the request was not as documented: " + complaint);
      }
    }
  }

  private static String codeOf(Exchange exchange) {
    var body = exchange.body();
    if (body == null) {
      return "";
    }
    var code = json(body, new ArrayList<>()).at("/data/error_code").asString("");
    return code.isEmpty() ? "" : " (" + code + ")";
  }

  private void content(JsonNode content, Exchange exchange, List<String> found) {
    if (content.isEmpty()) {
      if (exchange.hasBody()) {
        found.add("a body (" + exchange.mediaType() + ") where none is documented");
      }
      return;
    }
    var type = typeOf(content, exchange.mediaType());
    if (type == null) {
      found.add("media type '" + exchange.mediaType() + "' is none of " + content.propertyNames());
      return;
    }
    var body = exchange.body();
    if (body != null && type.has("schema")) {
      found.addAll(schemas.complaints(type.get("schema"), json(body, found)));
    }
  }

  private static @Nullable JsonNode typeOf(JsonNode content, String type) {
    var slash = type.indexOf('/');
    var family = slash < 0 ? "*/*" : type.substring(0, slash) + "/*";
    for (var name : List.of(type, family, "*/*")) {
      if (content.has(name)) {
        return content.get(name);
      }
    }
    return null;
  }

  private static JsonNode json(byte[] body, List<String> found) {
    try {
      return ApiDocument.JSON.readTree(body);
    } catch (JacksonException notJson) {
      found.add("the body is not JSON");
      return ApiDocument.JSON.nullNode();
    }
  }
}
