package poca.recordstest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import poca.access.relation.Relations;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.testkit.world.People;
import poca.testkit.world.Person;
import poca.testkit.world.Response;

/// People and their documents.
@TestComponent
@Lazy
public class World extends People {

  World(Relations relations, @Value("${local.server.port}") int port) {
    super(port, relations::apply);
  }

  /// A treated patient and its doctor.
  public record Pair(Person doctor, Person patient) {
    public String path() {
      return "/patients/" + patient.id();
    }
  }

  public Pair pair() {
    var doctor = doctor();
    var patient = patient();
    relate(RelationKind.TREATS, doctor.id(), patient.id());
    return new Pair(doctor, patient);
  }

  public UUID upload(Person by, String name, byte[] content) {
    var response = form(by, "/documents/upload", new Form().file(name, content));
    assertThat(response.status()).as(response.toString()).isEqualTo(200);
    return UUID.fromString(response.data().path("id").asString());
  }

  public Response form(Person by, String path, Form form) {
    return send(
        asked(by, path)
            .header("Content-Type", Form.TYPE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(form.body())));
  }

  public HttpResponse<byte[]> download(@Nullable Person by, String path, String... headers) {
    return bytes(by, "GET", path, headers);
  }

  public HttpResponse<byte[]> bytes(
      @Nullable Person by, String method, String path, String... headers) {
    var request =
        by == null
            ? HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/api/v1" + path))
            : asked(by, path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(
        request.method(method, HttpRequest.BodyPublishers.noBody()),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  /// A file handed over by another service, as a stream of unknown length.
  public Response handOver(Person by, String name, InputStream content) {
    var path =
        "/internal/documents?file_name=%s&uploaded_by=%s&uploaded_by_role=%s"
            .formatted(URLEncoder.encode(name, StandardCharsets.UTF_8), by.id(), by.role().wire());
    return send(
        askedBy("chat-service", path)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> content)));
  }

  /// chat-service says that the message of a file is stored.
  public Response confirm(UUID document) {
    return send(
        askedBy("chat-service", "/internal/documents/" + document + "/confirm")
            .PUT(HttpRequest.BodyPublishers.noBody()));
  }

  /// As ai-service asks and tells, without an envelope.
  public Response internal(String method, String path, @Nullable String json) {
    return send(
        askedBy("ai-service", path)
            .header("Content-Type", "application/json")
            .method(
                method,
                json == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(json)));
  }

  public Response urlencoded(Person by, String path, String form) {
    return send(
        asked(by, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .PUT(HttpRequest.BodyPublishers.ofString(form)));
  }
}
