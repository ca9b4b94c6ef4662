package poca.ai.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import poca.ai.engine.EngineChange;
import poca.ai.engine.EngineChange.Reason;
import poca.contracts.AiMessageId;

class AnswerInProgressTest {

  private static final EngineChange CHANGE = new EngineChange("openai", "gemini", Reason.TIMEOUT);

  private final AiMessageId id = new AiMessageId(UUID.randomUUID());

  /// Writes down what it is told.
  private static final class Ear implements Listener {
    private final List<String> told = new ArrayList<>();

    @Override
    public void changed(EngineChange change) {
      told.add(change.from() + ">" + change.to());
    }

    @Override
    public void says(AiMessageId message, String text, int from) {
      told.add(from + ":" + text.substring(from));
    }
  }

  @Test
  void everybody_hears_the_same_from_wherever_they_join() {
    var first = new Ear();
    var answerInProgress = new AnswerInProgress(first, true);
    answerInProgress.begun(id, 1, null);
    answerInProgress.hears("One.");
    var late = new Ear();
    answerInProgress.follow(new ListenerPosition(late, 2));
    answerInProgress.hears("One. Two.");
    answerInProgress.startsAgain(CHANGE);
    var later = new Ear();
    answerInProgress.follow(new ListenerPosition(later, 3));
    answerInProgress.hears("Uno.");
    answerInProgress.tell(answerInProgress.ends("Uno. Due.", "gemini"));
    assertThat(first.told)
        .containsExactly("0:One.", "4: Two.", "openai>gemini", "0:Uno.", "4: Due.");
    assertThat(late.told).containsExactly("2:e.", "4: Two.", "openai>gemini", "0:Uno.", "4: Due.");
    assertThat(later.told)
        .as("what it heard may be of the first attempt")
        .containsExactly("openai>gemini", "0:Uno.", "4: Due.");
  }

  @Test
  void an_answer_that_ends_otherwise_than_it_was_heard_begins_again() {
    var ear = new Ear();
    var answerInProgress = new AnswerInProgress(ear, true);
    answerInProgress.begun(id, 1, null);
    answerInProgress.hears("One.");
    var ended = answerInProgress.ends("Two.", "openai");
    answerInProgress.tell(ended);
    assertThat(ear.told).containsExactly("0:One.", "openai>openai", "0:Two.");
    assertThat(ended.attempt()).isEqualTo(2);
  }

  @Test
  void who_waits_for_the_whole_hears_it_in_the_end_only() {
    var ear = new Ear();
    var answerInProgress = new AnswerInProgress(ear, false);
    answerInProgress.begun(id, 1, null);
    answerInProgress.hears("One.");
    answerInProgress.startsAgain(CHANGE);
    assertThat(ear.told).isEmpty();
    assertThat(answerInProgress.toKeep()).isEmpty();
    answerInProgress.tell(answerInProgress.ends("Two.", "gemini"));
    assertThat(ear.told).containsExactly("0:Two.");
  }

  @Test
  void what_has_been_heard_is_kept_once() {
    var answerInProgress = new AnswerInProgress(new Ear(), true);
    answerInProgress.begun(id, 1, null);
    assertThat(answerInProgress.toKeep()).isEmpty();
    answerInProgress.hears("One.");
    assertThat(answerInProgress.toKeep()).map(AnswerProgress::text).contains("One.");
    assertThat(answerInProgress.toKeep()).isEmpty();
    answerInProgress.startsAgain(CHANGE);
    assertThat(answerInProgress.toKeep()).map(AnswerProgress::attempt).contains(2);
  }

  @Test
  void an_offset_within_a_character_begins_before_it_and_one_beyond_waits() {
    var ear = new Ear();
    var listenerPosition = new ListenerPosition(ear, 2);
    listenerPosition.hear(new AnswerProgress(id, 1, null, "a😰b"));
    assertThat(ear.told).containsExactly("1:😰b");
    var far = new ListenerPosition(ear, 9);
    far.hear(new AnswerProgress(id, 1, null, "a😰b"));
    assertThat(ear.told).hasSize(1);
    assertThat(far.isBeyond("a😰b")).isTrue();
  }
}
