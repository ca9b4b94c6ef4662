package poca.ai.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import poca.contracts.AiMessageId;
import poca.contracts.AiSessionId;
import tools.jackson.databind.json.JsonMapper;

class LeasedTurnsTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final JdbcClient nowhere = JdbcClient.create(new DriverManagerDataSource());
  private final LeasedTurns turns =
      new LeasedTurns(
          new TurnLeases(nowhere, JsonMapper.builder().build()), new AnswerProgressStore(nowhere));
  private final AiSessionId session = new AiSessionId(UUID.randomUUID());
  private final AiMessageId message = new AiMessageId(UUID.randomUUID());

  @Test
  void whoever_waits_for_a_turn_that_runs_here_goes_on_when_it_is_over() throws Exception {
    turns.begun(session, message, AnswerInProgress.whole());
    var waiter = Thread.ofPlatform().start(() -> turns.awaitChange(session, LONG));
    await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
    turns.over(message);
    assertThat(waiter.join(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void the_turn_of_another_session_is_not_waited_for() throws Exception {
    turns.begun(new AiSessionId(UUID.randomUUID()), message, AnswerInProgress.whole());
    var waiter = Thread.ofPlatform().start(() -> turns.awaitChange(session, Duration.ofMillis(1)));
    assertThat(waiter.join(Duration.ofSeconds(10))).isTrue();
  }
}
