package poca.testkit.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Asks the service under test over HTTP.
public class ServiceUnderTest {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String url;

  protected ServiceUnderTest(String url) {
    this.url = url;
  }

  /// @param token of nobody if there is none
  protected final HttpRequest.Builder request(String path, @Nullable String token) {
    var request = HttpRequest.newBuilder(URI.create(url + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  /// @param body JSON, or what is turned into it
  protected static HttpRequest.Builder carrying(
      HttpRequest.Builder request, String method, @Nullable Object body) {
    if (body == null) {
      return request.method(method, BodyPublishers.noBody());
    }
    return request
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(json(body)));
  }

  protected static String json(Object body) {
    return body instanceof String json ? json : JSON.writeValueAsString(body);
  }

  protected final Response send(HttpRequest.Builder request) {
    return Response.of(send(request, HttpResponse.BodyHandlers.ofString()));
  }

  protected static <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return HTTP.send(request.build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
