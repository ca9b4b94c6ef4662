package poca.stack.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnvFileTest {

  @Test
  void comments_exports_quotes_and_equals_signs_are_understood() {
    var values =
        EnvFile.parse(
            ".env",
            List.of(
                "# a comment",
                "",
                "AI_PROVIDER=openai",
                "export OPENAI_API_KEY = sk-a=b== # mine",
                "ALLOWED_ORIGINS='[\"http://a # b\"]'",
                "EMERGENCY_NUMBER=\"911\"  # US",
                "OPENAI_MODEL="));
    assertThat(values)
        .containsEntry("AI_PROVIDER", "openai")
        .containsEntry("OPENAI_API_KEY", "sk-a=b==")
        .containsEntry("ALLOWED_ORIGINS", "[\"http://a # b\"]")
        .containsEntry("EMERGENCY_NUMBER", "911")
        .containsEntry("OPENAI_MODEL", "")
        .hasSize(5);
  }

  @Test
  void a_line_that_is_not_understood_is_named_but_not_shown() {
    assertThatThrownBy(() -> EnvFile.parse(".env", List.of("A=1", "sk-secret")))
        .isInstanceOf(OperatorError.class)
        .hasMessage(".env, line 2: expected NAME=value.");
    assertThatThrownBy(() -> EnvFile.parse(".env", List.of("A=\"open")))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("quote is not closed");
  }
}
