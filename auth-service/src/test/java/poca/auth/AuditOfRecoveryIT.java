package poca.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.bastiaanjansen.otp.HOTPGenerator;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.auth.mail.AccountMail;
import poca.testkit.world.AuditRows;
import poca.testkit.world.Response;

/// What is written down of the ways back and of second factors, and what is not.
@WholeService
@ExtendWith(OutputCaptureExtension.class)
class AuditOfRecoveryIT {

  private static final String PASSWORD = "quite a good password";
  private static final String ANOTHER = "another good password";
  private static final String FACTOR = "/api/v1/auth/second-factor";

  @Autowired Api api;
  @Autowired FakePost post;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired MeterRegistry meters;
  @Autowired WholeService.Heard heard;

  private final AuditRows rows;

  AuditOfRecoveryIT(@Autowired JdbcClient jdbc) {
    rows = new AuditRows(jdbc);
  }

  @AfterEach
  void nothingWasMissed() {
    assertThat(meters.counter("audit.missing").count()).isZero();
  }

  @Test
  void every_act_has_its_row_and_no_secret_is_in_a_log_a_fact_or_a_row(CapturedOutput output)
      throws Exception {
    var secrets = new ArrayList<String>(List.of(PASSWORD, ANOTHER));
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD);
    var id = user.field("user_id");
    var token = user.field("access_token");

    api.post(FACTOR, Map.of("password", "wrong"), token);
    var secret =
        api.post(FACTOR, Map.of("password", PASSWORD), token).data().path("secret").asString();
    secrets.add(secret);
    api.post(FACTOR + "/confirm", Map.of("code", "not one"), token);
    var codes = api.post(FACTOR + "/confirm", Map.of("code", code(secret, 0)), token);
    assertThat(codes.status()).isEqualTo(200);
    codes.data().path("recovery_codes").forEach(code -> secrets.add(code.asString()));
    var half = api.login(email, PASSWORD).details().path("mfa_token").asString();
    secrets.add(half);
    secondStep(half, "not one");
    var whole = secondStep(half, code(secret, 1));
    assertThat(whole.status()).isEqualTo(200);
    var renewed =
        clock.after(
            Duration.ofSeconds(90),
            () ->
                api.post(
                    FACTOR + "/recovery-codes",
                    Map.of("password", PASSWORD, "code", code(secret, 0)),
                    token));
    assertThat(renewed.status()).isEqualTo(200);
    var last = renewed.data().path("recovery_codes").path(0).asString();
    assertThat(
            api.post(FACTOR + "/remove", Map.of("password", PASSWORD, "code", last), token)
                .status())
        .isEqualTo(200);
    renewed.data().path("recovery_codes").forEach(code -> secrets.add(code.asString()));
    var sessions = api.get("/api/v1/auth/sessions", token).data().path("sessions");
    api.delete("/api/v1/auth/sessions/" + sessions.path(1).path("id").asString(), token);
    var link =
        api.post("/api/v1/users/" + id + "/password-link", Map.of(), api.adminToken())
            .data()
            .path("link")
            .asString();
    secrets.add(link.substring(link.indexOf('=') + 1));
    api.post("/api/v1/auth/forgot-password", Map.of("email", email));
    await()
        .until(
            () -> post.to(id).stream().anyMatch(AccountMail.ForgottenPassword.class::isInstance));
    post.to(id).stream()
        .filter(AccountMail.ForgottenPassword.class::isInstance)
        .map(mail -> ((AccountMail.ForgottenPassword) mail).link().toString())
        .forEach(sent -> secrets.add(sent.substring(sent.indexOf('=') + 1)));
    complete(secrets.getLast(), ANOTHER);
    var used = complete(secrets.getLast(), ANOTHER);

    assertThat(rows.by(UUID.fromString(id)))
        .extracting(AuditRows.Row::inWords)
        .containsExactly(
            "create account granted public",
            "create second_factor refused AUTH_001",
            "create second_factor granted self",
            "update second_factor refused AUTH_001",
            "update second_factor granted self",
            "login session refused AUTH_006",
            "login session refused AUTH_001",
            "login session granted credentials",
            "update second_factor granted self",
            "delete second_factor granted self",
            "logout session granted self",
            "update password granted token");
    assertThat(rows.of(UUID.fromString(id)))
        .extracting(AuditRows.Row::inWords)
        .contains("create password_link granted admin", "create password_link granted public");
    assertThat(rows.of(used))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.inWords()).isEqualTo("update password refused AUTH_001");
          assertThat(row.actor()).isNull();
        });
    assertNoneIn(output.getAll(), secrets);
    assertNoneIn(heard.sessions.toString() + heard.accounts, secrets);
    assertNoneIn(post.letters.toString(), secrets);
    assertNoneIn(
        String.join(
            "\n",
            jdbc.sql(
                    """
                    select to_jsonb(a)::text from audit_pending a
                    union all select to_jsonb(a)::text from audit_entry a
                    union all select to_jsonb(o)::text from outbox o
                    """)
                .query(String.class)
                .list()),
        secrets);
  }

  @Test
  void an_admins_acts_show_under_the_patient_and_refusals_too() {
    var patient = api.post("/api/v1/auth/patient-signup", Api.signUp(Api.email(), PASSWORD));
    var id = patient.field("user_id");
    var doctor = api.signUpDoctor(Api.email(), PASSWORD);

    api.post("/api/v1/users/" + id + "/password-link", Map.of(), api.adminToken());
    api.delete("/api/v1/users/" + id + "/second-factor", api.adminToken());
    api.post("/api/v1/users/" + id + "/password-link", Map.of(), doctor.field("access_token"));
    api.delete("/api/v1/users/" + id + "/second-factor", doctor.field("access_token"));

    assertThat(rows.of(UUID.fromString(id)))
        .extracting(AuditRows.Row::inWords)
        .containsExactly(
            "create account granted public",
            "create password_link granted admin",
            "delete second_factor granted admin",
            "create password_link refused AUTH_004",
            "delete second_factor refused AUTH_004");
    assertThat(rows.of(UUID.fromString(id)).subList(1, 3))
        .allSatisfy(row -> assertThat(String.valueOf(row.patient())).isEqualTo(id));
  }

  private static void assertNoneIn(String text, List<String> secrets) {
    for (var secret : secrets) {
      assertThat(text.contains(secret)).as("one of the secrets").isFalse();
    }
  }

  private String code(String secret, int later) {
    return new HOTPGenerator.Builder(secret)
        .build()
        .generate(clock.instant().getEpochSecond() / 30 + later);
  }

  private Response secondStep(String token, String code) {
    return api.post("/api/v1/auth/login/second-factor", Map.of("mfa_token", token, "code", code));
  }

  private Response complete(String token, String wanted) {
    return api.post(
        "/api/v1/auth/forgot-password/complete", Map.of("token", token, "new_password", wanted));
  }
}
