package poca.testkit.agreement;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/// Holds answers that came through the gateway against `docs/openapi.yaml`, for tests that see the
/// product from outside.
public final class DocumentedResponses {

  private final ResponseAgreement responseAgreement =
      new ResponseAgreement(ApiDocument.EVERY_SERVICE, ApiDocument.ofTheRepository());

  /// What differs, in words that name the operation, the status and the place; empty if nothing
  /// does.
  public List<String> differences(HttpResponse<?> response) {
    var headers = new HashMap<String, String>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    var body =
        switch (response.body()) {
          case byte[] bytes -> bytes;
          case String text -> text.getBytes(StandardCharsets.UTF_8);
          case null, default -> new byte[0];
        };
    var type = headers.get("content-type");
    var exchange =
        new Exchange(
            response.request().method(),
            response.uri().getRawPath(),
            null,
            response.statusCode(),
            headers,
            type,
            body.length > 0,
            type != null && type.contains("json") ? body : null);
    return responseAgreement.check(exchange).stream().map(Disagreement::toString).toList();
  }
}
