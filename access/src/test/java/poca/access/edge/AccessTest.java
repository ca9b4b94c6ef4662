package poca.access.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import poca.access.session.SessionCheck.SessionStatus;

@WholeEdge
class AccessTest {

  @Autowired MockMvcTester mvc;

  @AfterEach
  void sessionsLiveAgain() {
    EdgeApplication.VERDICT.set(SessionStatus.LIVE);
  }

  // --- who is calling

  @Test
  void without_a_bearer_token_nobody_is_authenticated() {
    var answer = mvc.perform(get("/me"));
    refused(answer, 401, "AUTH_003", "Not authenticated");
    assertThat(answer).hasHeader("WWW-Authenticate", "Bearer");
    refused(
        mvc.perform(get("/me").header("Authorization", "Basic YTpi")),
        401,
        "AUTH_003",
        "Not authenticated");
  }

  @Test
  void a_public_route_ignores_whatever_token_is_sent() {
    assertThat(mvc.perform(bearer(get("/open"), "garbage"))).hasStatusOk();
  }

  @Test
  void a_token_that_is_none_is_refused() throws JOSEException {
    var hs256 =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(EdgeApplication.KEY.getKeyID()).build(),
            Signed.claims(_ -> {}));
    hs256.sign(new MACSigner(EdgeApplication.KEY.toRSAPublicKey().getEncoded()));
    var jwk =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .jwk(EdgeApplication.key("mine").toPublicJWK())
                .build(),
            Signed.claims(_ -> {}));
    jwk.sign(new com.nimbusds.jose.crypto.RSASSASigner(EdgeApplication.key("mine")));
    for (var bad :
        new String[] {
          "garbage",
          new PlainJWT(Signed.claims(_ -> {})).serialize(),
          hs256.serialize(),
          jwk.serialize(),
          Signed.by(EdgeApplication.key("current"), _ -> {}),
          Signed.by(EdgeApplication.key("unknown"), _ -> {}),
          Signed.as("admin").substring(0, 40)
        }) {
      refused(mvc.perform(bearer(get("/me"), bad)), 401, "AUTH_003", "Invalid token format");
    }
  }

  @Test
  void an_expired_token_says_so() {
    var expired =
        Signed.with(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(1))));

    refused(mvc.perform(bearer(get("/me"), expired)), 401, "AUTH_002", "Token has expired");
  }

  @Test
  void a_token_for_something_else_is_not_validated() {
    for (var wrong :
        new String[] {
          Signed.with(claims -> claims.issuer("http://elsewhere")),
          Signed.with(claims -> claims.audience("others")),
          Signed.with(claims -> claims.claim("type", "service")),
          Signed.with(claims -> claims.claim("type", null)),
          Signed.with(claims -> claims.claim("sid", null)),
          Signed.with(claims -> claims.claim("role", "root")),
          Signed.with(claims -> claims.subject("me")),
          Signed.with(claims -> claims.expirationTime(null)),
          Signed.with(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(60))))
        }) {
      refused(
          mvc.perform(bearer(get("/me"), wrong)),
          401,
          "AUTH_003",
          "Could not validate credentials");
    }
  }

  @Test
  void the_session_decides_after_the_token() {
    EdgeApplication.VERDICT.set(SessionStatus.ENDED);
    refused(as("patient", get("/me")), 401, "AUTH_003", "Session has ended");
    EdgeApplication.VERDICT.set(SessionStatus.BARRED);
    refused(as("patient", get("/me")), 403, "AUTH_004", "Account is deactivated");
    EdgeApplication.VERDICT.set(SessionStatus.UNKNOWN);
    refused(as("patient", get("/me")), 503, "SRV_002", "Service temporarily unavailable");
  }

  @Test
  void internal_routes_take_a_services_token_and_nothing_else() {
    var service = Signed.with(claims -> claims.claim("type", "service").subject("chat-service"));

    assertThat(mvc.perform(bearer(get("/internal/hello"), service))).hasStatusOk();
    assertThat(as("admin", get("/internal/hello"))).hasStatus(401);
    assertThat(mvc.perform(get("/internal/hello"))).hasStatus(401);
    assertThat(mvc.perform(bearer(get("/me"), service))).hasStatus(401);
  }

  // --- the gate

  @Test
  void the_entity_header_is_judged_before_the_role_and_the_role_before_the_arguments() {
    refused(
        as("patient", get("/admins/malformed").header("user-entity-id", "malformed")),
        403,
        "AUTH_004",
        "Invalid entity ID for this user");
    refused(as("patient", get("/admins/malformed")), 403, "AUTH_004", "Admin privileges required");
    assertThat(as("admin", get("/admins/malformed"))).hasStatus(422);
  }

  @ParameterizedTest
  @CsvSource({
    "patient, 0193a000-0000-7000-8000-0000000000dd, 200",
    "patient, 0193A000-0000-7000-8000-000000000001, 200",
    "patient, 0193a000-0000-7000-8000-0000000000ee, 403",
    "hospital, 0193a000-0000-7000-8000-0000000000dd, 200",
    "doctor, 0193a000-0000-7000-8000-0000000000dd, 403",
    "doctor, 0193a000-0000-7000-8000-000000000001, 200",
    "admin, whatever, 200",
  })
  void who_may_act_as_whom(String role, String entity, int status) {
    assertThat(as(role, get("/acting").header("user-entity-id", entity))).hasStatus(status);
  }

  @Test
  void the_entity_header_is_ignored_where_the_contract_does_not_ask_for_it() {
    assertThat(as("doctor", get("/me").header("user-entity-id", "nonsense"))).hasStatusOk();
  }

  private MvcTestResult as(String role, MockHttpServletRequestBuilder request) {
    return mvc.perform(bearer(request, Signed.as(role)));
  }

  private static MockHttpServletRequestBuilder bearer(
      MockHttpServletRequestBuilder request, String token) {
    return request.header("Authorization", "Bearer " + token);
  }

  private static void refused(MvcTestResult answer, int status, String code, String message) {
    assertThat(answer).hasStatus(status);
    assertThat(answer).bodyJson().extractingPath("$.data.error_code").isEqualTo(code);
    assertThat(answer).bodyJson().extractingPath("$.message").isEqualTo(message);
  }
}
