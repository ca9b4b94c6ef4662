package poca.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@Gateway
class PagesIT {

  @LocalServerPort private int port;
  @LocalManagementPort private int managementPort;
  private Client client;

  @BeforeEach
  void begin() {
    client = new Client(port);
  }

  @Test
  void the_root_says_what_this_is() {
    var answer = client.get("/", null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.message()).isEqualTo("Welcome to POCA Service API");
    assertThat(answer.json().path("status_code").asInt()).isEqualTo(200);
    assertThat(answer.json().path("data").propertyNames())
        .containsExactlyInAnyOrder("name", "description", "version", "documentation");
    assertThat(answer.json().path("data").path("documentation").asString())
        .isEqualTo("/api/v1/docs");
  }

  @Test
  void health_names_each_service_and_is_503_while_one_is_down() {
    var answer = client.get("/health", null);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("SRV_002");
    var services = answer.json().path("data").path("details").path("services");
    assertThat(services.path("appointment-service").asString()).isEqualTo("down");
    assertThat(services.path("chat-service").asString()).isEqualTo("up");
    assertThat(services.size()).isEqualTo(6);
  }

  @Test
  void probes_and_metrics_have_a_port_of_their_own_and_the_api_is_not_on_it() {
    var inside = new Client(managementPort);
    assertThat(inside.get("/actuator/health/readiness", null).json().path("status").asString())
        .isEqualTo("UP");
    assertThat(inside.get("/actuator/health/liveness", null).status()).isEqualTo(200);
    assertThat(client.get("/", null).status()).isEqualTo(200);
    assertThat(inside.get("/actuator/prometheus", null).http().body())
        .contains("gateway_requests_seconds_count{", "route=\"/\"");
    for (var path : List.of("/actuator/env", "/actuator/gateway/routes", "/", "/api/v1/users/me")) {
      assertThat(inside.get(path, Stage.token()).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void what_the_gateway_is_made_of_is_told_inside() {
    assumeThat(getClass().getResource("/META-INF/sbom/application.cdx.json"))
        .as("a build without network makes no list")
        .isNotNull();

    var parts = new Client(managementPort).get("/actuator/sbom/application", null).json();

    assertThat(parts.path("bomFormat").asString()).isEqualTo("CycloneDX");
    assertThat(parts.path("components").values())
        .anyMatch(part -> part.path("name").asString().equals("reactor-netty-http"));
  }

  @Test
  void keys_are_auth_services_without_their_private_parts() throws Exception {
    Stage.SERVICE.keys = new JWKSet(Stage.KEY).toString(false);

    var answer = client.get("/.well-known/jwks.json", null);

    assertThat(answer.status()).isEqualTo(200);
    var keys = JWKSet.parse(answer.http().body()).getKeys();
    assertThat(keys).hasSize(1);
    assertThat(keys.getFirst().isPrivate()).isFalse();
    assertThat(keys.getFirst().toRSAKey().toRSAPublicKey()).isEqualTo(Stage.KEY.toRSAPublicKey());
  }

  @Test
  void the_description_of_the_api_is_served_while_a_service_is_down() {
    var answer = client.get("/api/v1/openapi.json", null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.json().path("openapi").asString()).isEqualTo("3.1.0");
    assertThat(answer.json().path("paths").has("/api/v1/appointments")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/docs,                      text/html",
    "/api/v1/docs/start.js,             text/javascript",
    "/api/v1/docs/swagger-ui.css,       text/css",
    "/api/v1/docs/swagger-ui-bundle.js, text/javascript",
    "/api/v1/docs/favicon-32x32.png,    image/png",
    "/api/v1/redoc,                     text/html",
    "/api/v1/redoc/start.js,            text/javascript",
    "/api/v1/redoc/redoc.standalone.js, text/javascript",
  })
  void the_docs_come_from_here_alone(String path, String type) {
    var answer = client.get(path, null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith(type);
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(answer.http().body()).doesNotContain("//cdn.");
    if (type.equals("text/html")) {
      assertThat(answer.http().body()).doesNotContain("//");
      assertThat(client.get(path + "/other.js", null).status()).isEqualTo(404);
    }
  }
}
