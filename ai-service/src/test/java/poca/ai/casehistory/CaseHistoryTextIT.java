package poca.ai.casehistory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.aitest.RealAi;
import poca.aitest.Surroundings;
import poca.contracts.CaseHistoryId;
import poca.contracts.PatientId;
import poca.contracts.fact.RecordFact;
import poca.contracts.fact.RecordFact.CaseHistoryWritten;
import poca.testkit.world.Bus;

/// From the fact that a case history was written to its text.
@RealAi
class CaseHistoryTextIT {

  private static final Duration SOON = Duration.ofSeconds(5);

  @Autowired JdbcClient jdbc;

  private final UUID id = UUID.randomUUID();
  private final String path = "/internal/case-histories/" + id;

  private void written(long version) {
    Bus.tell(
        RecordFact.TOPIC,
        new CaseHistoryWritten(new PatientId(UUID.randomUUID()), new CaseHistoryId(id), version));
  }

  private void holds(long version, String summary, String documents) {
    Surroundings.NEIGHBOURS.internal(
        path,
        "{\"version\":%d,\"summary\":\"%s\",\"documents\":[%s]}"
            .formatted(version, summary, documents));
    Surroundings.NEIGHBOURS.internal(path + "/ai-summary", "{\"kept\":true}");
  }

  private static String document(String text) {
    return "{\"id\":\"%s\",\"file_name\":\"a.txt\",\"text\":%s}".formatted(UUID.randomUUID(), text);
  }

  private String told() {
    return Surroundings.NEIGHBOURS.told(path + "/ai-summary").orElse("");
  }

  private long waiting() {
    return jdbc.sql("select count(*) from case_history_task where case_history_id = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  @Test
  void its_text_is_handed_in_soon_for_the_version_that_was_read() {
    holds(2, "Asthma.", document("\"Peak flow 300\""));
    written(1);
    await().atMost(SOON).untilAsserted(() -> assertThat(told()).contains("Peak flow 300"));
    assertThat(told()).contains("\"version\":2", "by rule");
    await().atMost(SOON).untilAsserted(() -> assertThat(waiting()).isZero());
  }

  @Test
  void without_a_summary_or_without_documents_there_is_none() {
    holds(1, "Asthma.", "");
    written(1);
    await().atMost(SOON).until(() -> Surroundings.NEIGHBOURS.wasAsked(path));
    await().atMost(SOON).untilAsserted(() -> assertThat(waiting()).isZero());
    assertThat(told()).isEmpty();
  }

  @Test
  void what_fails_is_tried_again() {
    holds(1, "Asthma.", document("null"));
    Surroundings.NEIGHBOURS.away(true);
    try {
      written(1);
      await()
          .atMost(SOON)
          .untilAsserted(() ->
              assertThat(
                      jdbc.sql("select tries from case_history_task where case_history_id = :id")
                          .param("id", id)
                          .query(Integer.class)
                          .optional())
                  .hasValueSatisfying(tries -> assertThat(tries).isPositive()));
      assertThat(told()).isEmpty();
    } finally {
      Surroundings.NEIGHBOURS.away(false);
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(told()).contains("holds no text"));
  }
}
