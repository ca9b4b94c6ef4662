package poca.gateway.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import poca.contracts.ErrorCode;
import poca.gateway.door.EnvelopeWriter;
import poca.gateway.door.Page;
import poca.platform.web.Refusal;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The API's description and the two pages that show it. All of it comes from this jar: it is there
/// while every service is down, and the pages load nothing from elsewhere. Without the description
/// the gateway does not start.
@Component
final class Docs implements Page {

  private static final String OPENAPI = "/api/v1/openapi.json";
  private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=utf-8");
  private static final MediaType STYLE = MediaType.valueOf("text/css;charset=utf-8");
  private static final MediaType HTML = MediaType.valueOf("text/html;charset=utf-8");

  /// Both pages write style elements of their own; ReDoc searches in a worker made from a blob.
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " font-src 'self' data:; connect-src 'self'; worker-src blob:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  /// ReDoc's bundle asks another host for a picture, which the policy above would refuse with an
  /// error in the console: it gets an empty one.
  private static final String FOREIGN_PICTURE = "https://cdn.redoc.ly/redoc/logo-mini.svg";

  private static final String EMPTY_PICTURE =
      "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";

  private record File(String resource, MediaType type) {}

  private final EnvelopeWriter envelopes;
  private final ApiDescription description = ApiDescription.ofProduct();
  private final Map<String, File> files;

  Docs(
      EnvelopeWriter envelopes,
      @Value("${poca.gateway.docs.swagger-ui}") String swaggerUi,
      @Value("${poca.gateway.docs.redoc}") String redoc) {
    this.envelopes = envelopes;
    var swagger = "META-INF/resources/webjars/swagger-ui/" + swaggerUi + "/";
    this.files =
        Map.of(
            "/api/v1/docs",
            new File("docs/swagger.html", HTML),
            "/api/v1/docs/start.js",
            new File("docs/swagger-start.js", SCRIPT),
            "/api/v1/docs/swagger-ui.css",
            new File(swagger + "swagger-ui.css", STYLE),
            "/api/v1/docs/swagger-ui-bundle.js",
            new File(swagger + "swagger-ui-bundle.js", SCRIPT),
            "/api/v1/docs/favicon-32x32.png",
            new File(swagger + "favicon-32x32.png", MediaType.IMAGE_PNG),
            "/api/v1/redoc",
            new File("docs/redoc.html", HTML),
            "/api/v1/redoc/start.js",
            new File("docs/redoc-start.js", SCRIPT),
            "/api/v1/redoc/redoc.standalone.js",
            new File(
                "META-INF/resources/webjars/redoc/" + redoc + "/bundles/redoc.standalone.js",
                SCRIPT));
  }

  @Override
  public Set<String> patterns() {
    return Set.of(
        OPENAPI, "/api/v1/docs", "/api/v1/docs/{asset}", "/api/v1/redoc", "/api/v1/redoc/{asset}");
  }

  /// Reading is left to another thread and no file is kept: pages for people are asked for seldom.
  @Override
  public Mono<Void> answer(ServerWebExchange exchange) {
    var path = exchange.getRequest().getURI().getRawPath();
    if (path.equals(OPENAPI)) {
      return envelopes.bytes(
          exchange, HttpStatus.OK, MediaType.APPLICATION_JSON, description.json());
    }
    var file = files.get(path);
    if (file == null) {
      return Mono.error(notFound());
    }
    return Mono.fromCallable(() -> read(file))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(bytes -> {
          if (file.type().equals(HTML)) {
            exchange.getResponse().getHeaders().set("Content-Security-Policy", PAGE_POLICY);
          }
          return envelopes.bytes(exchange, HttpStatus.OK, file.type(), bytes);
        });
  }

  private static byte[] read(File file) throws IOException {
    try (var in = new ClassPathResource(file.resource()).getInputStream()) {
      var bytes = in.readAllBytes();
      return file.type().equals(SCRIPT) ? withoutForeignPicture(bytes) : bytes;
    }
  }

  private static byte[] withoutForeignPicture(byte[] script) {
    return new String(script, StandardCharsets.UTF_8)
        .replace(FOREIGN_PICTURE, EMPTY_PICTURE)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Refusal notFound() {
    return new Refusal(404, ErrorCode.RES_001, "Not Found");
  }
}
