package poca.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.auth.Api;
import poca.auth.MovableClock;
import poca.auth.WholeService;
import poca.testkit.world.Response;

@WholeService
class OwnSessionsIT {

  private static final String PASSWORD = "quite a good password";
  private static final String SESSIONS = "/api/v1/auth/sessions";

  @Autowired Api api;
  @Autowired MovableClock clock;

  @Test
  void everybody_sees_where_they_are_logged_in() throws Exception {
    var email = Api.email();
    var phone = api.signUpDoctor(email, PASSWORD);
    var laptop = login(email, "Browser/1.0 (a laptop)");
    login(Api.email(), "of nobody");

    var list = api.get(SESSIONS, phone.field("access_token"));

    assertThat(list.status()).isEqualTo(200);
    assertThat(list.data().path("total").asInt()).isEqualTo(2);
    var first = list.data().path("sessions").path(0);
    var second = list.data().path("sessions").path(1);
    assertThat(first.propertyNames())
        .containsExactly("id", "created_at", "last_used_at", "client", "current");
    assertThat(first.path("id").asString()).isEqualTo(sid(phone));
    assertThat(first.path("current").asBoolean()).isTrue();
    assertThat(first.path("client").asString()).startsWith("Java-http-client");
    assertThat(first.path("created_at").asString()).endsWith("Z");
    assertThat(second.path("id").asString()).isEqualTo(sid(laptop));
    assertThat(second.path("current").asBoolean()).isFalse();
    assertThat(second.path("client").asString()).isEqualTo("Browser/1.0 (a laptop)");
    assertThat(second.path("last_used_at")).isEqualTo(second.path("created_at"));
    var page = api.get(SESSIONS + "?skip=1&limit=1", phone.field("access_token")).data();
    assertThat(page.path("total").asInt()).isEqualTo(2);
    assertThat(page.path("sessions")).hasSize(1).contains(second);
    assertThat(api.get(SESSIONS + "?limit=0", phone.field("access_token")).status()).isEqualTo(422);
    assertThat(api.get(SESSIONS, null).status()).isEqualTo(401);
  }

  @Test
  void a_refresh_is_a_use() throws Exception {
    var user = api.signUpDoctor(Api.email(), PASSWORD);

    var renewed =
        clock.after(
            Duration.ofMinutes(20),
            () -> {
              var response =
                  api.post(
                      "/api/v1/auth/refresh", Map.of("refresh_token", user.field("refresh_token")));
              return api.get(SESSIONS, response.field("access_token"));
            });

    var session = renewed.data().path("sessions").path(0);
    assertThat(session.path("last_used_at").asString())
        .isGreaterThan(session.path("created_at").asString());
  }

  @Test
  void one_is_ended_and_the_others_stay() throws Exception {
    var email = Api.email();
    var phone = api.signUpDoctor(email, PASSWORD);
    var lost = api.login(email, PASSWORD);

    var ended = api.delete(SESSIONS + "/" + sid(lost), phone.field("access_token"));

    assertThat(ended.status()).isEqualTo(204);
    assertThat(api.get("/api/v1/users/me", lost.field("access_token")).message())
        .isEqualTo("Session has ended");
    assertThat(
            api.post("/api/v1/auth/refresh", Map.of("refresh_token", lost.field("refresh_token")))
                .status())
        .isEqualTo(401);
    assertThat(ids(api.get(SESSIONS, phone.field("access_token")))).containsExactly(sid(phone));
    assertThat(api.delete(SESSIONS + "/" + sid(lost), phone.field("access_token")).status())
        .as("it is over")
        .isEqualTo(404);
    assertThat(api.delete(SESSIONS + "/" + sid(phone), phone.field("access_token")).status())
        .as("also the own one")
        .isEqualTo(204);
    assertThat(api.get("/api/v1/users/me", phone.field("access_token")).status()).isEqualTo(401);
  }

  @Test
  void nobody_ends_or_finds_a_strangers() throws Exception {
    var one = api.signUpDoctor(Api.email(), PASSWORD);
    var other = api.signUpDoctor(Api.email(), PASSWORD);

    var strangers = api.delete(SESSIONS + "/" + sid(other), one.field("access_token"));
    var unknown = api.delete(SESSIONS + "/" + UUID.randomUUID(), one.field("access_token"));

    for (var refused : List.of(strangers, unknown)) {
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.code()).isEqualTo("RES_001");
      assertThat(refused.message()).isEqualTo("Session not found");
    }
    assertThat(api.delete(SESSIONS + "/1", one.field("access_token")).status()).isEqualTo(422);
    assertThat(api.delete(SESSIONS + "/" + sid(other), api.adminToken()).status())
        .as("admins have theirs")
        .isEqualTo(404);
    assertThat(api.get("/api/v1/users/me", other.field("access_token")).status()).isEqualTo(200);
  }

  private Response login(String email, String client) {
    return api.post(
        "/api/v1/auth/login",
        Map.of("email", email, "password", PASSWORD),
        null,
        Map.of("X-Client-Address", Api.address(), "User-Agent", client));
  }

  private static List<String> ids(Response list) {
    return list.data().path("sessions").valueStream().map(s -> s.path("id").asString()).toList();
  }

  private static String sid(Response response) throws Exception {
    return SignedJWT.parse(response.field("access_token")).getJWTClaimsSet().getStringClaim("sid");
  }
}
