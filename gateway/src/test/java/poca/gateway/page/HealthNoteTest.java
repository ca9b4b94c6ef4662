package poca.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import poca.gateway.upstream.ServiceClient;

class HealthNoteTest {

  @Test
  void notes_of_a_services_parts_are_passed_on_and_nothing_else_that_it_says() {
    var body =
        """
        {"status":"UP","components":{
          "db":{"status":"UP","details":{"database":"PostgreSQL","notes":"secret"}},
          "models":{"status":"UP","details":{"notes":["model_unknown","hello","model_ending"]}}}}
        """;
    assertThat(HealthNote.in("ai-service", answer(body)))
        .containsExactly(
            new HealthNote("ai-service", "model_unknown"),
            new HealthNote("ai-service", "model_ending"));
  }

  @Test
  void what_is_no_json_or_empty_holds_no_note() {
    assertThat(HealthNote.in("ai-service", answer("{"))).isEmpty();
    assertThat(HealthNote.in("ai-service", answer(""))).isEmpty();
    assertThat(HealthNote.in("ai-service", answer("{\"status\":\"UP\"}"))).isEmpty();
  }

  private static ServiceClient.Response answer(String body) {
    return new ServiceClient.Response(200, "application/json", body);
  }
}
