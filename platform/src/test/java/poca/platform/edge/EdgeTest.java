package poca.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WholeEdge
class EdgeTest {

  @Autowired MockMvcTester mvc;

  // --- the envelope

  @Test
  void a_success_is_enveloped_and_bears_the_headers_of_the_contract() {
    var answer = mvc.perform(get("/open"));

    assertThat(answer).hasStatusOk();
    assertThat(answer)
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"status_code":200,"status":true,"message":"Request successful",
             "data":"open"}\
            """);
    assertThat(answer).hasHeader("X-Content-Type-Options", "nosniff");
    assertThat(answer).hasHeader("Cache-Control", "no-store");
    assertThat(answer).containsHeader("X-Request-ID");
  }

  @Test
  void a_refusal_is_enveloped_with_the_request_id() {
    var answer = mvc.perform(get("/taken").header("X-Request-ID", "r-1"));

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
    var answer = mvc.perform(get("/open").header("X-Request-ID", "a b\tc"));

    assertThat(answer.getResponse().getHeader("X-Request-ID")).hasSize(36);
  }

  @Test
  void a_bug_says_nothing_of_the_inside() {
    refused(mvc.perform(get("/broken")), 500, "SRV_001", "Internal server error");
    assertThat(mvc.perform(get("/broken"))).bodyText().doesNotContain("secret");
  }

  @Test
  void an_unknown_path_and_a_wrong_method_are_the_contracts() {
    refused(mvc.perform(get("/nowhere")), 404, "RES_001", "Not Found");
    var answer = mvc.perform(post("/open"));
    refused(answer, 405, "BIZ_001", "Method Not Allowed");
    assertThat(answer).hasHeader("Allow", "GET");
  }

  @Test
  void a_deletion_answers_204_without_a_body() {
    var answer =
        mvc.perform(
            org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete("/gone"));

    assertThat(answer).hasStatus(204).body().isEmpty();
  }

  /// As the container hands it to the error page.
  @ParameterizedTest
  @CsvSource({
    "400, 400, VAL_001",
    "404, 404, RES_001",
    "405, 405, BIZ_001",
    "406, 400, VAL_001",
    "408, 400, VAL_001",
    "411, 400, VAL_001",
    "413, 413, VAL_001",
    "412, 412, VAL_001",
    "414, 414, VAL_001",
    "415, 415, VAL_001",
    "416, 416, VAL_001",
    "426, 400, VAL_001",
    "429, 429, SRV_003",
    "431, 431, VAL_001",
    "500, 500, SRV_001",
    "503, 503, SRV_002",
  })
  void what_the_container_refuses_has_a_status_and_a_code_of_the_contract(
      int status, int answered, String code) {
    var answer =
        mvc.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status));

    assertThat(answer).hasStatus(answered);
    assertThat(answer).bodyJson().extractingPath("$.data.error_code").isEqualTo(code);
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
        "{'first_name':'\\u200b'}                      | first_name | string_too_short",
        "{'first_name':'a\\nb'}                        | first_name | value_error",
        "{'first_name':'a','story':'1234567890123'}     | story      | string_too_long",
        "{'first_name':'a','age':'\\uff15'}             | age        | int_parsing",
        "{'first_name':'a','age':''}                    | age        | int_parsing",
        "{'first_name':'a','age':5.0}                   | age        | int_parsing",
        "{'first_name':'a','age':5e1}                   | age        | int_parsing",
        "{'first_name':'a','weight':1e2}                | weight     | decimal_parsing",
        "{'first_name':'a','weight':NaN}                |            | json_invalid",
        "{'first_name':'a','weight':0.1}                | weight     | greater_than_equal",
        "{'first_name':'a','weight':500.1}              | weight     | less_than_equal",
        "{'first_name':'a','weight':12.55}              | weight     | value_error",
        "{'first_name':'a','website':'javascript:alert(1)'}  | website | value_error",
        "{'first_name':'a','website':'JaVaScRiPt://x'}  | website | value_error",
        "{'first_name':'a','website':'www.example.org'} | website    | value_error",
        "{'first_name':'a','website':'http:'}           | website    | value_error",
        "{'first_name':'a','website':'https://a\\tb.example'} | website  | value_error",
        "{'first_name':'a','website':'//example.org'}   | website    | value_error",
        "{'first_name':'a','website':'/api/v1/documents/../users/me'} | website | value_error",
        "{'first_name':'a','email':'dup@b\\u00fccher.example'} | email | value_error",
        "{'first_name':'a','born_on':'9999-12-31'}      | born_on    | value_error",
        "{'first_name':'a','born_on':'0001-01-01'}      | born_on    | value_error",
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
        .containsExactly(field == null ? new Object[] {"body"} : new Object[] {"body", field});
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
  @ValueSource(strings = {"+02", "+0200", "+02:00"})
  void an_offset_is_written_in_three_ways(String offset) {
    assertThat(made("{\"first_name\":\"a\",\"starts_at\":\"2027-05-07T10:00:00" + offset + "\"}"))
        .bodyJson()
        .extractingPath("$.data.starts_at")
        .isEqualTo("2027-05-07T08:00:00.000Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+2", "+020", "+02:0", "+25", "+0260", "ZZ", "+02+02", " 02"})
  void what_is_no_offset_is_422(String offset) {
    assertThat(made("{\"first_name\":\"a\",\"starts_at\":\"2027-05-07T10:00:00" + offset + "\"}"))
        .hasStatus(422);
  }

  @Test
  void a_length_is_counted_in_characters_and_not_in_units_of_utf_16() {
    assertThat(made("{\"first_name\":\"" + "\ud83d\ude00".repeat(10) + "\"}")).hasStatusOk();
    assertThat(made("{\"first_name\":\"" + "\ud83d\ude00".repeat(11) + "\"}")).hasStatus(422);
  }

  @ParameterizedTest
  @CsvSource({"12, 12", "12.0, 12", "12.5, 12.5", "'\"12.5\"', 12.5", "500, 500", "0.2, 0.2"})
  void a_decimal_number_is_written_without_needless_zeros(String sent, String shown) {
    assertThat(made("{\"first_name\":\"a\",\"weight\":" + sent + "}"))
        .bodyText()
        .contains("\"weight\":" + shown + ",");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/a?b=c#d",
        "HTTP://example.org",
        "https://b\u00fccher.example/\u00fc",
        "/api/v1/documents/0193a000-0000-7000-8000-0000000000dd/download",
      })
  void a_link_leads_to_the_web_or_to_a_document(String link) {
    assertThat(made("{\"first_name\":\"a\",\"website\":\"" + link + "\"}")).hasStatusOk();
  }

  @Test
  void what_has_no_body_may_name_any_type() {
    assertThat(mvc.perform(get("/open").header("Content-Type", "*/*"))).hasStatusOk();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "few=\uff11",
        "few=%2B1",
        "few=0x1",
        "few=",
        "few=1&many=1.0",
        "few=1&many=\u0663"
      })
  void a_number_in_a_query_has_one_spelling(String query) {
    assertThat(mvc.perform(get(java.net.URI.create("/counts?" + query)))).hasStatus(422);
    assertThat(mvc.perform(get("/counts?few=1&many=2"))).hasStatusOk();
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
    var answer = mvc.perform(json(put("/changed"), body.replace('\'', '"')));

    assertThat(answer)
        .bodyJson()
        .extractingPath("$.data")
        .asArray()
        .containsExactly((Object[]) expected.split(","));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"name\":null}", "{\"name\":\"toolong\"}", "{\"note\":\"toolong\"}"})
  void a_partial_update_is_validated(String body) {
    assertThat(mvc.perform(json(put("/changed"), body))).hasStatus(422);
  }

  @Test
  void a_malformed_id_in_the_path_is_422() {
    var answer = mvc.perform(get("/doctors/1-1-1-1-1"));

    assertThat(answer).hasStatus(422);
    assertThat(answer)
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"data\":{\"details\":{\"errors\":[{\"loc\":[\"path\",\"id\"],\"type\":\"uuid\"}]}}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "skip=-1",
        "skip=x",
        "skip=\uff11",
        "skip=%2B1",
        "limit=0",
        "limit=201",
        "limit=1.5",
        "cursor=a&skip=1",
      })
  void a_page_out_of_range_is_422(String query) {
    assertThat(mvc.perform(get("/list?" + query))).hasStatus(422);
  }

  @Test
  void a_missing_query_parameter_is_422() {
    var answer = mvc.perform(get("/needs"));

    assertThat(answer).hasStatus(422);
    assertThat(answer)
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"data\":{\"details\":{\"errors\":[{\"loc\":[\"query\",\"yes\"],\"type\":\"missing\"}]}}}");
    assertThat(mvc.perform(get("/needs?yes=maybe"))).hasStatus(422);
  }

  @Test
  void a_body_over_one_mebibyte_is_413() {
    refused(
        made("{\"first_name\":\"" + "x".repeat(1 << 20) + "\"}"),
        413,
        "VAL_001",
        "Request body too large");
  }

  private MvcTestResult made(String body) {
    return mvc.perform(json(post("/made"), body));
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
