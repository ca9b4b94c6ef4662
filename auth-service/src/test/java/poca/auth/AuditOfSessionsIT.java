package poca.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.testkit.world.AuditRows;
import poca.testkit.world.Response;

@WholeService
class AuditOfSessionsIT {

  private static final String PASSWORD = "quite a good password";

  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired MeterRegistry meters;
  @Autowired MovableClock clock;

  private final AuditRows rows;

  AuditOfSessionsIT(@Autowired JdbcClient jdbc) {
    rows = new AuditRows(jdbc);
  }

  @AfterEach
  void nothingWasMissed() {
    assertThat(meters.counter("audit.missing").count()).isZero();
  }

  @Test
  void a_login_leaves_a_row_under_the_account_that_it_names() throws Exception {
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD).field("user_id");

    var right = api.login(email, PASSWORD);
    var wrong = api.login(email.toUpperCase(), "wrong");
    var unknown = api.login(Api.email(), "wrong");
    api.put("/api/v1/users/" + user, Map.of("is_active", false), api.adminToken());
    var barred = api.login(email, PASSWORD);

    assertThat(rows.by(UUID.fromString(user)))
        .extracting(AuditRows.Row::inWords)
        .containsExactly(
            "create account granted public",
            "login session granted credentials",
            "login session refused AUTH_001",
            "login session refused AUTH_004");
    assertThat(rows.by(UUID.fromString(user)).get(1).id()).isEqualTo(sid(right));
    assertThat(rows.by(UUID.fromString(user)))
        .allSatisfy(row -> assertThat(row.role()).isEqualTo("doctor"));
    for (var refused : List.of(wrong, barred)) {
      assertThat(rows.of(refused))
          .singleElement()
          .satisfies(row -> {
            assertThat(row.actor()).isEqualTo(UUID.fromString(user));
            assertThat(row.id()).isNull();
          });
    }
    assertThat(rows.of(unknown))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.inWords()).isEqualTo("login session refused AUTH_001");
          assertThat(row.actor()).isNull();
          assertThat(row.role()).isNull();
        });
  }

  @Test
  void an_attempt_that_is_barred_unheard_leaves_no_row() {
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD).field("user_id");
    var address = Api.address();
    for (int i = 0; i < 10; i++) {
      api.login(email, "wrong", address);
    }

    var barred = api.login(email, PASSWORD, address);

    assertThat(barred.status()).isEqualTo(429);
    assertThat(rows.of(barred)).isEmpty();
    assertThat(rows.by(UUID.fromString(user))).hasSize(11);
  }

  @Test
  void leaving_is_written_with_the_session() throws Exception {
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD);
    var second = api.login(email, PASSWORD);

    api.post("/api/v1/auth/logout", Map.of(), user.field("access_token"));
    api.post("/api/v1/auth/logout-all", Map.of(), second.field("access_token"));

    var left = rows.by(UUID.fromString(user.field("user_id")));
    assertThat(left.subList(2, left.size()))
        .extracting(AuditRows.Row::inWords)
        .containsExactly("logout session granted self", "logout session granted self");
    assertThat(left.get(2).id()).isEqualTo(sid(user));
    assertThat(left.get(3).id()).isNull();
  }

  @Test
  void a_refresh_token_that_comes_again_is_a_refused_login() throws Exception {
    var user = api.signUpDoctor(Api.email(), PASSWORD);
    var renewed = refresh(user.field("refresh_token"));

    var replayed = clock.after(Duration.ofSeconds(11), () -> refresh(user.field("refresh_token")));
    var unknown = refresh("unknown");

    assertThat(renewed.status()).isEqualTo(200);
    assertThat(rows.by(UUID.fromString(user.field("user_id"))))
        .extracting(AuditRows.Row::inWords)
        .containsExactly("create account granted public", "login session refused AUTH_003");
    assertThat(rows.of(replayed))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.id()).isEqualTo(sid(user));
          assertThat(row.actor()).isEqualTo(UUID.fromString(user.field("user_id")));
        });
    assertThat(rows.of(unknown)).isEmpty();
  }

  @Test
  void a_password_and_its_row_change_together_or_not_at_all() {
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD);
    var id = UUID.fromString(user.field("user_id"));
    jdbc.sql(
            """
            create function fails_with_its_row() returns trigger language plpgsql as $$
            begin
              if exists (select from audit_pending
                  where resource = 'password' and resource_id = new.account_id) then
                raise exception 'as planned';
              end if;
              return null;
            end $$
            """)
        .update();
    jdbc.sql(
            """
            create constraint trigger fails_with_its_row after update on credential
            deferrable initially deferred for each row execute function fails_with_its_row()
            """)
        .update();
    try {
      assertThat(newPassword(PASSWORD, user.field("access_token")).status()).isEqualTo(500);
    } finally {
      jdbc.sql("drop function fails_with_its_row cascade").update();
    }
    assertThat(rows.by(UUID.fromString(user.field("user_id")))).hasSize(1);

    assertThat(newPassword("wrong", user.field("access_token")).status()).isEqualTo(400);
    assertThat(newPassword(PASSWORD, user.field("access_token")).status()).isEqualTo(200);

    assertThat(rows.by(UUID.fromString(user.field("user_id"))))
        .extracting(AuditRows.Row::inWords)
        .containsExactly(
            "create account granted public",
            "update password refused AUTH_001",
            "update password granted self");
    assertThat(rows.by(UUID.fromString(user.field("user_id"))))
        .last()
        .satisfies(row -> assertThat(row.id()).isEqualTo(id));
  }

  private Response newPassword(String old, String token) {
    return api.post(
        "/api/v1/auth/reset-password",
        Map.of("old_password", old, "new_password", "another good password"),
        token);
  }

  private Response refresh(String token) {
    return api.post("/api/v1/auth/refresh", Map.of("refresh_token", token));
  }

  private static UUID sid(Response response) throws Exception {
    return UUID.fromString(
        SignedJWT.parse(response.field("access_token")).getJWTClaimsSet().getStringClaim("sid"));
  }
}
