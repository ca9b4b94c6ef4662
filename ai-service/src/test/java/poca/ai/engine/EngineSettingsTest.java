package poca.ai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import poca.ai.engine.provider.ModelClient;

class EngineSettingsTest {

  private static final Map<String, String> ALL =
      Map.of("openai-api-key", "key", "google-api-key", "key", "vertex-project", "p");

  @Test
  void builtin_is_chosen_by_name_and_where_nothing_is_configured() {
    assertThat(engines(Map.of())).isEmpty();
    assertThat(engines(with(ALL, "provider", "builtin"))).isEmpty();
  }

  @Test
  void the_named_engine_comes_first_and_the_other_configured_ones_after_it() {
    assertThat(engines(ALL)).containsExactly("openai", "gemini", "vertexai");
    assertThat(engines(with(ALL, "provider", "Gemini")))
        .containsExactly("gemini", "openai", "vertexai");
    assertThat(engines(Map.of("vertex-project", "p"))).containsExactly("vertexai");
  }

  @Test
  void models_have_the_contracts_defaults() {
    var settings = settings(ALL);
    assertThat(settings.lines().stream().map(ModelClient::model))
        .containsExactly("gpt-6-luna", "gemini-flash-latest", "gemini-flash-latest");
    assertThat(settings.vertexLocation()).isEqualTo("us-central1");
    assertThat(settings.total()).hasSeconds(20);
    assertThat(settings(with(ALL, "gemini-model", "g")).vertexModel()).isEqualTo("g");
  }

  @Test
  void an_unknown_provider_and_one_without_its_key_are_refused_in_one_line() {
    refused(
        Map.of("provider", "openay"), "AI_PROVIDER must be openai, gemini, vertexai or builtin");
    refused(Map.of("provider", "openai"), "AI_PROVIDER=openai needs OPENAI_API_KEY to be set");
    refused(Map.of("provider", "vertexai"), "AI_PROVIDER=vertexai needs VERTEX_PROJECT to be set");
    refused(Map.of("timeout-seconds", "0"), "AI_TIMEOUT_SECONDS must be from 1 to 55");
  }

  @Test
  void keys_are_not_printed() {
    assertThat(settings(Map.of("openai-api-key", "sk-very")).toString()).doesNotContain("sk-very");
  }

  private static void refused(Map<String, String> made, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> {
          try {
            settings(made);
          } catch (org.springframework.boot.context.properties.bind.BindException e) {
            var cause = (Throwable) e;
            while (cause.getCause() != null) cause = cause.getCause();
            throw new IllegalArgumentException(cause.getMessage(), e);
          }
        })
        .withMessage(message);
  }

  private static List<String> engines(Map<String, String> made) {
    return settings(made).lines().stream().map(ModelClient::engine).toList();
  }

  private static EngineSettings settings(Map<String, String> made) {
    return new Binder(new MapConfigurationPropertySource(made))
        .bindOrCreate("", EngineSettings.class);
  }

  private static Map<String, String> with(Map<String, String> made, String name, String value) {
    var more = new java.util.HashMap<>(made);
    more.put(name, value);
    return more;
  }
}
