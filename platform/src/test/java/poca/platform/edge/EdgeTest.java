package poca.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import poca.platform.session.SessionCheck.Verdict;

@SpringBootTest(
    classes = EdgeApplication.class,
    properties = {
      "spring.config.location=classpath:poca-platform.yml",
      "spring.application.name=edge",
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      "management.endpoint.health.validate-group-membership=false",
      "poca.public-routes=GET /open"
    })
@AutoConfigureMockMvc
class EdgeTest {

  @Autowired MockMvcTester mvc;

  @AfterEach
  void sessionsLiveAgain() {
    EdgeApplication.VERDICT.set(Verdict.LIVE);
  }

  // --- the envelope

  @Test
  void a_success_is_enveloped_and_bears_the_headers_of_the_contract() {
    var answer = as("patient", get("/me"));

    assertThat(answer).hasStatusOk();
    assertThat(answer)
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"status_code":200,"status":true,"message":"Request successful",
             "data":{"role":"patient","acting_as":"%s"}}\
            """
                .formatted(Signed.USER));
    assertThat(answer).hasHeader("X-Content-Type-Options", "nosniff");
    assertThat(answer).hasHeader("Cache-Control", "no-store");
    assertThat(answer).containsHeader("X-Request-ID");
  }

  @Test
  void a_refusal_is_enveloped_with_the_request_id() {
    var answer = as("patient", get("/taken").header("X-Request-ID", "r-1"));

    assertThat(answer).hasStatus(400);
    assertThat(answer)
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"status_code":400,"status":false,"message":"Mapping already exists",
             "data":{"error_code":"RES_002","details":{},"request_id":"r-1"}}\
            """);
  }

  @Test
  void a_request_id_that_could_forge_a_log_line_is_replaced() {
    var answer = as("patient", get("/me").header("X-Request-ID", "a b\tc"));

    assertThat(answer.getResponse().getHeader("X-Request-ID")).hasSize(36);
  }

  @Test
  void a_bug_says_nothing_of_the_inside() {
    refused(as("patient", get("/broken")), 500, "SRV_001", "Internal server error");
    assertThat(as("patient", get("/broken"))).bodyText().doesNotContain("secret");
  }

  @Test
  void an_unknown_path_and_a_wrong_method_are_the_contracts() {
    refused(as("patient", get("/nowhere")), 404, "RES_001", "Not Found");
    var answer = as("patient", post("/me"));
    refused(answer, 405, "BIZ_001", "Method Not Allowed");
    assertThat(answer).hasHeader("Allow", "GET");
  }

  @Test
  void a_deletion_answers_204_without_a_body() {
    var answer =
        as(
            "patient",
            org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete("/gone"));

    assertThat(answer).hasStatus(204).body().isEmpty();
  }

  // --- input

  @Test
  void every_wrong_field_is_named_and_nothing_is_echoed() {
    var answer = made("{\"first_name\":\" \",\"age\":-47321}");

    assertThat(answer).hasStatus(422);
    assertThat(answer).bodyJson().extractingPath("$.data.error_code").isEqualTo("VAL_001");
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.data.details.errors[?(@.loc[1]=='age')].type")
        .asArray()
        .containsExactly("greater_than_equal");
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.data.details.errors[?(@.loc[1]=='first_name')].type")
        .asArray()
        .containsExactly("string_too_short");
    assertThat(answer).bodyText().doesNotContain("47321");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                             | first_name | missing",
        "{'first_name':null}                            | first_name | missing",
        "{'first_name':'abcdefghijk'}                   | first_name | string_too_long",
        "{'first_name':7}                               | first_name | string_type",
        "{'first_name':'a\\u0000'}                      | first_name | value_error",
        "{'first_name':'a\\ud800'}                      | first_name | value_error",
        "{'first_name':'a\\udc00\\ud800'}                | first_name | value_error",
        "{'first_name':'a','age':2147483648}            | age        | int_parsing",
        "{'first_name':'a','age':'x'}                   | age        | int_parsing",
        "{'first_name':'a','role':'DOCTOR'}             | role       | enum",
        "{'first_name':'a','role':1}                    | role       | enum",
        "{'first_name':'a','doctor':'1-1-1-1-1'}        | doctor     | uuid",
        "{'first_name':'a','starts_at':'tomorrow'}      | starts_at  | value_error",
        "{'first_name':'a','born_on':'2026-02-30'}      | born_on    | value_error",
        "{'first_name':'a','born_on':'-2020-01-01'}     | born_on    | value_error",
        "{'first_name':'a','born_on':'+12020-01-01'}    | born_on    | value_error",
        "{'first_name':'a','starts_at':'+12020-01-01T00:00:00Z'} | starts_at | value_error",
        "{'first_name':'a','starts_at':'-0001-01-01T00:00:00Z'}  | starts_at | value_error",
      })
  void a_wrong_field_is_422_with_its_place_and_type(String body, String field, String type) {
    var answer = made(body.replace('\'', '"'));

    assertThat(answer).hasStatus(422);
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.data.details.errors[0].loc")
        .asArray()
        .containsExactly("body", field);
    assertThat(answer).bodyJson().extractingPath("$.data.details.errors[0].type").isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'first_name'   | json_invalid",
        "''              | missing",
        "[]              | value_error",
      })
  void what_is_no_such_object_is_422(String body, String type) {
    var answer = made(body.replace('\'', '"').equals("\"\"") ? "" : body.replace('\'', '"'));

    assertThat(answer).hasStatus(422);
    assertThat(answer).bodyJson().extractingPath("$.data.details.errors[0].type").isEqualTo(type);
  }

  @Test
  void times_are_read_leniently_and_written_in_utc_milliseconds() {
    var answer =
        made(
            "{\"first_name\":\"a\",\"starts_at\":\"2026-05-01T14:00:00+02:00\",\"born_on\":\"2020-01-02T10:00:00\"}");

    assertThat(answer)
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"data\":{\"starts_at\":\"2026-05-01T12:00:00.000Z\",\"born_on\":\"2020-01-02\",\"age\":null}}");
    assertThat(made("{\"first_name\":\"a\",\"starts_at\":\"2026-05-01T14:00:00.123456\"}"))
        .bodyJson()
        .extractingPath("$.data.starts_at")
        .isEqualTo("2026-05-01T14:00:00.123Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                          | unsent,unsent",
        "{'name':'x','note':null}    | x,cleared",
        "{'note':'y','unknown':1}    | unsent,y",
      })
  void a_partial_update_tells_unsent_from_cleared(String body, String expected) {
    var answer = as("patient", json(put("/changed"), body.replace('\'', '"')));

    assertThat(answer)
        .bodyJson()
        .extractingPath("$.data")
        .asArray()
        .containsExactly((Object[]) expected.split(","));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"name\":null}", "{\"name\":\"toolong\"}", "{\"note\":\"toolong\"}"})
  void a_partial_update_is_validated(String body) {
    assertThat(as("patient", json(put("/changed"), body))).hasStatus(422);
  }

  @Test
  void a_malformed_id_in_the_path_is_422() {
    var answer = as("patient", get("/doctors/1-1-1-1-1"));

    assertThat(answer).hasStatus(422);
    assertThat(answer)
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"data\":{\"details\":{\"errors\":[{\"loc\":[\"path\",\"id\"],\"type\":\"uuid\"}]}}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"skip=-1", "skip=x", "limit=0", "limit=201", "limit=1.5", "cursor=a&skip=1"})
  void a_page_out_of_range_is_422(String query) {
    assertThat(as("patient", get("/list?" + query))).hasStatus(422);
  }

  @Test
  void a_missing_query_parameter_is_422() {
    var answer = as("patient", get("/needs"));

    assertThat(answer).hasStatus(422);
    assertThat(answer)
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"data\":{\"details\":{\"errors\":[{\"loc\":[\"query\",\"yes\"],\"type\":\"missing\"}]}}}");
    assertThat(as("patient", get("/needs?yes=maybe"))).hasStatus(422);
  }

  @Test
  void a_body_over_one_mebibyte_is_413() {
    refused(
        made("{\"first_name\":\"" + "x".repeat(1 << 20) + "\"}"),
        413,
        "VAL_001",
        "Request body too large");
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
    EdgeApplication.VERDICT.set(Verdict.ENDED);
    refused(as("patient", get("/me")), 401, "AUTH_003", "Session has ended");
    EdgeApplication.VERDICT.set(Verdict.BARRED);
    refused(as("patient", get("/me")), 403, "AUTH_004", "Account is deactivated");
    EdgeApplication.VERDICT.set(Verdict.UNKNOWN);
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

  private MvcTestResult made(String body) {
    return as("patient", json(post("/made"), body));
  }

  private MvcTestResult as(String role, MockHttpServletRequestBuilder request) {
    return mvc.perform(bearer(request, Signed.as(role)));
  }

  private static MockHttpServletRequestBuilder bearer(
      MockHttpServletRequestBuilder request, String token) {
    return request.header("Authorization", "Bearer " + token);
  }

  private static MockHttpServletRequestBuilder json(
      MockHttpServletRequestBuilder request, String body) {
    return request.contentType(MediaType.APPLICATION_JSON).content(body);
  }

  private static void refused(MvcTestResult answer, int status, String code, String message) {
    assertThat(answer).hasStatus(status);
    assertThat(answer).bodyJson().extractingPath("$.data.error_code").isEqualTo(code);
    assertThat(answer).bodyJson().extractingPath("$.message").isEqualTo(message);
  }
}
