package poca.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseAgreementTest {

  private static final String READ = "/api/v1/things/0199a1b2-0000-7000-8000-000000000001";
  private static final String REFUSED =
      """
      {"status_code":%d,"status":false,"message":"No","data":
        {"error_code":"%s","details":{},"request_id":"r"}}
      """;

  private final ResponseAgreement responseAgreement =
      new ResponseAgreement("thing-service", Sample.document());

  @Test
  void an_answer_as_documented_is_fine() {
    assertThat(answer("GET", READ, 200, Sample.THING)).isEmpty();
    assertThat(answer("POST", "/api/v1/things", 409, REFUSED.formatted(409, "RES_003"))).isEmpty();
    assertThat(answer("DELETE", READ, 204, null)).isEmpty();
    assertThat(answer("HEAD", READ, 200, null)).isEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1} is found at {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "size":3                | "size":"3"                      | /data/size
          "size":3                | "size":3,"colour":"red"         | /data/colour
          "size":3,               | ``                              | /data
          {"text":null}           | {"text":null,"by":"me"}         | /data/notes/0/by
          {"text":null}           | {}                              | /data/notes/0
          {"text":null}           | {"text":7}                      | /data/notes/0/text
          "twin":{                | "twin":{"size":3,               | /data/twin/size
          02:00:00.000Z           | 02:00:00Z                       | /data/made_at
          02:00:00.000Z           | 04:00:00.000+02:00              | /data/made_at
          0199a1b2-0000-7000-8000-000000000001 | 0199A1B2-0000-7000-8000-000000000001 | /data/id
          0199a1b2-0000-7000-8000-000000000001 | 17                 | /data/id
          "status":true           | "status":false                  | /status
          "status_code":200       | "status_code":201               | /status_code
          "status":true           | "status":true,"access_token":"" | /access_token
          """)
  void a_body_that_differs_is_found(String from, String to, String pointer) {
    var body = Sample.THING.replaceFirst(java.util.regex.Pattern.quote(from), to);
    assertThat(body).isNotEqualTo(Sample.THING);

    assertThat(answer("GET", READ, 200, body))
        .isNotEmpty()
        .allMatch(d -> d.subject().startsWith("readThing (GET /api/v1/things/{thing_id})"))
        .anyMatch(d -> d.text().startsWith(pointer + ":"));
  }

  @Test
  void what_is_free_may_hold_anything() {
    var body = Sample.THING.replace("{\"any\":\"thing\"}", "{\"a\":{\"b\":[1,null]}}");
    assertThat(answer("GET", READ, 200, body)).isEmpty();
  }

  @Test
  void a_status_that_is_not_documented_is_found_with_its_code() {
    assertThat(answer("GET", READ, 409, REFUSED.formatted(409, "RES_003")))
        .singleElement()
        .matches(
            d -> d.toString().contains("answered 409: the status is not documented (RES_003)"));
  }

  @Test
  void a_code_that_is_not_documented_is_found() {
    assertThat(answer("POST", "/api/v1/things", 409, REFUSED.formatted(409, "BIZ_002")))
        .anyMatch(d -> d.text().startsWith("/data/error_code: "));
  }

  @Test
  void the_headers_of_a_status_are_asked_for() {
    var body = REFUSED.formatted(401, "AUTH_003");
    assertThat(answer("POST", "/api/v1/things", 401, body))
        .extracting(Disagreement::text)
        .containsExactly("without the header www-authenticate");
    var exchange =
        exchange("POST", "/api/v1/things", 401, body, Map.of("www-authenticate", "Bearer"));
    assertThat(responseAgreement.check(exchange)).isEmpty();
  }

  @Test
  void a_body_or_media_type_that_is_not_documented_is_found() {
    assertThat(answer("DELETE", READ, 204, "{}"))
        .extracting(Disagreement::text)
        .containsExactly("a body (application/json) where none is documented");
    var text =
        new Exchange("GET", READ, null, 200, Map.of(), "text/html;charset=UTF-8", true, null);
    assertThat(responseAgreement.check(text))
        .extracting(Disagreement::text)
        .containsExactly("media type 'text/html' is none of [application/json]");
    assertThat(answer("GET", READ, 200, "{\"status_code\":"))
        .anyMatch(d -> d.text().equals("the body is not JSON"));
  }

  @Test
  void a_service_does_not_take_more_than_is_documented() {
    var fine = "{\"owner_id\":\"0199A1B2-0000-7000-8000-000000000001\",\"name\":\"n\",\"more\":1}";
    assertThat(responseAgreement.check(sent(fine))).isEmpty();
    assertThat(responseAgreement.check(sent("{\"owner_id\":\"x\"}")))
        .extracting(Disagreement::text)
        .singleElement()
        .matches(
            text -> text.startsWith("the request was not as documented") && text.contains("name"));
  }

  private static Exchange sent(String body) {
    return new Exchange(
        "POST",
        "/api/v1/things",
        body.getBytes(StandardCharsets.UTF_8),
        200,
        Map.of(),
        "application/json",
        true,
        Sample.THING.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_literal_path_is_not_taken_for_an_id() {
    var newest = exchange("GET", "/api/v1/things/newest", 404, null, Map.of());
    assertThat(responseAgreement.operation(newest))
        .isNotNull()
        .matches(o -> o.id().equals("newestThing"));
  }

  @Test
  void to_what_the_document_does_not_know_only_refusals_are_due() {
    assertThat(answer("GET", "/api/v1/others", 404, REFUSED.formatted(404, "RES_001"))).isEmpty();
    assertThat(answer("GET", "/api/v1/others", 200, "{}")).isNotEmpty();
    assertThat(answer("GET", "/api/v1/others", 404, REFUSED.formatted(404, "VAL_001")))
        .isNotEmpty();
    assertThat(answer("PUT", READ, 404, REFUSED.formatted(404, "RES_001")))
        .extracting(Disagreement::text)
        .containsExactly("the path is in the document with other methods: 405 was due");
    var refused =
        exchange("PUT", READ, 405, REFUSED.formatted(405, "BIZ_001"), Map.of("allow", "GET"));
    assertThat(responseAgreement.check(refused)).isEmpty();
  }

  private List<Disagreement> answer(String method, String path, int status, @Nullable String body) {
    return responseAgreement.check(exchange(method, path, status, body, Map.of()));
  }

  private static Exchange exchange(
      String method, String path, int status, @Nullable String body, Map<String, String> headers) {
    return new Exchange(
        method,
        path,
        null,
        status,
        headers,
        body == null ? null : "application/json",
        body != null,
        body == null ? null : body.getBytes(StandardCharsets.UTF_8));
  }
}
