package poca.testkit.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponseTest {

  @Test
  void what_is_no_json_has_an_empty_body_and_keeps_its_text() {
    var calendar = answer(200, "BEGIN:VCALENDAR");

    assertThat(calendar.body().isEmpty()).isTrue();
    assertThat(calendar.field("id")).isEmpty();
    assertThat(calendar.text()).isEqualTo("BEGIN:VCALENDAR");
    assertThat(Response.of(401).body().isEmpty()).isTrue();
  }

  @Test
  void a_refusal_says_its_code_and_the_first_mistake() {
    var refused =
        answer(
            422,
            """
            {"message": "Validation error", "data": {"error_code": "VAL_001", "details": {"errors": [
              {"loc": ["body", "email"], "type": "missing"}, {"loc": ["body", "name"], "type": "x"}]}}}
            """);

    assertThat(refused.code()).isEqualTo("VAL_001");
    assertThat(refused.message()).isEqualTo("Validation error");
    assertThat(refused.mistake()).isEqualTo("email missing");
  }

  private static Response answer(int status, String text) {
    return new Response(status, HttpHeaders.of(Map.of(), (_, _) -> true), text);
  }
}
