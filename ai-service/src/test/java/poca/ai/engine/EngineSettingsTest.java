package poca.ai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EngineSettingsTest {

  @Test
  void builtin_is_chosen_by_name_and_by_silence() {
    assertThat(settings("builtin").keysAreUnused()).isFalse();
    assertThat(settings("").provider()).isEmpty();
    assertThat(new EngineSettings("", "key", "", "", "112").keysAreUnused()).isTrue();
    assertThat(new EngineSettings("", "key", "", "", "112").toString()).doesNotContain("key");
  }

  @Test
  void an_unknown_provider_and_one_that_is_not_built_yet_are_refused_in_one_line() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("openay"))
        .withMessage("AI_PROVIDER must be openai, gemini, vertexai or builtin");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("Gemini"))
        .withMessage("AI_PROVIDER=gemini is not in this build yet: use builtin");
  }

  private static EngineSettings settings(String provider) {
    return new EngineSettings(provider, "", "", "", "112");
  }
}
