package poca.ai.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import poca.ai.triage.UrgencyLevel;

class PartialJsonTest {

  private static final String SUMMARY =
      """
      {"isSummary": true, "urgency":"yellow",
       "evidence":"a \\"taste\\" of pennies", "message":"Fever: 38.5 \\u00b0C \\ud83d\\ude30 now.\\nSays: \\"no\\" 😰\\tend." }\
      """;

  @Test
  void of_every_beginning_the_message_is_a_beginning_of_the_message_and_never_half_a_character() {
    for (var text : List.of(SUMMARY, "```json\n" + SUMMARY + "\n```", "  " + SUMMARY)) {
      var whole = InterviewerOutput.of(text);
      var heard = 0;
      for (int end = 0; end <= text.length(); end++) {
        var so = InterviewerOutput.soFar(text.substring(0, end));
        if (so.isEmpty()) continue;
        heard++;
        var message = so.get().speech().message();
        assertThat(whole.message()).startsWith(message);
        if (!message.isEmpty())
          assertThat(Character.isHighSurrogate(message.charAt(message.length() - 1))).isFalse();
        assertThat(so.get().speech().isSummary()).isTrue();
        assertThat(so.get().speech().level()).isEqualTo(UrgencyLevel.YELLOW);
        assertThat(so.get().speech().evidence()).isEqualTo("a \"taste\" of pennies");
      }
      assertThat(heard).isGreaterThan(30);
      assertThat(InterviewerOutput.soFar(text).orElseThrow())
          .isEqualTo(new InterviewerOutput.SoFar(whole, true));
    }
  }

  @Test
  void nothing_is_known_before_the_urgency_or_of_what_is_no_object() {
    assertThat(InterviewerOutput.soFar("{\"message\":\"Any fever? \",\"isSummary\":false,"))
        .isEmpty();
    assertThat(InterviewerOutput.soFar("{\"isSummary\":tru")).isEmpty();
    assertThat(InterviewerOutput.soFar("{\"isSummary\":false,\"message\":\"Any")).isEmpty();
    assertThat(InterviewerOutput.soFar("Any fever? Do you cough?")).isEmpty();
    assertThat(InterviewerOutput.soFar("{\"isSummary\":{\"message\":\"Any fever?\"}")).isEmpty();
    assertThat(InterviewerOutput.soFar("")).isEmpty();
  }
}
