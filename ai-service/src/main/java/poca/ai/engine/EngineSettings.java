package poca.ai.engine;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import poca.ai.engine.provider.CallTimeouts;
import poca.ai.engine.provider.ModelClient;
import poca.ai.engine.provider.Providers;

/// @param provider AI_PROVIDER; empty for the first one that is configured, else builtin
/// @param openaiBaseUrl OPENAI_BASE_URL; empty for the provider's public address
/// @param geminiBaseUrl empty for the provider's public address
/// @param vertexProject VERTEX_PROJECT; with the platform's credentials
/// @param vertexModel VERTEX_MODEL; empty for GEMINI_MODEL's value
/// @param timeoutSeconds AI_TIMEOUT_SECONDS, for all engines that are tried in a turn
/// @param emergencyNumber EMERGENCY_NUMBER, which red advice names
/// @param crisisLine CRISIS_LINE, which the advice after self-harm names; empty if there is none
@ConfigurationProperties("poca.ai")
record EngineSettings(
    @DefaultValue("") String provider,
    @DefaultValue("") String openaiApiKey,
    @DefaultValue("gpt-6-luna") String openaiModel,
    @DefaultValue("") String openaiBaseUrl,
    @DefaultValue("") String googleApiKey,
    @DefaultValue("gemini-flash-latest") String geminiModel,
    @DefaultValue("") String geminiBaseUrl,
    @DefaultValue("") String vertexProject,
    @DefaultValue("us-central1") String vertexLocation,
    @DefaultValue("") String vertexModel,
    @DefaultValue("20") int timeoutSeconds,
    @DefaultValue("112") String emergencyNumber,
    @DefaultValue("") String crisisLine) {

  private static final List<String> MODELS = List.of("openai", "gemini", "vertexai");

  EngineSettings {
    provider = provider.strip().toLowerCase(Locale.ROOT);
    if (!provider.isEmpty() && !provider.equals(Builtin.NAME) && !MODELS.contains(provider)) {
      throw new IllegalArgumentException("AI_PROVIDER must be openai, gemini, vertexai or builtin");
    }
    vertexModel = vertexModel.isBlank() ? geminiModel : vertexModel;
    if (openaiModel.isBlank() || geminiModel.isBlank()) {
      throw new IllegalArgumentException("OPENAI_MODEL and GEMINI_MODEL must not be empty");
    }
    if (MODELS.contains(provider)
        && !isConfigured(provider, openaiApiKey, googleApiKey, vertexProject)) {
      throw new IllegalArgumentException(
          "AI_PROVIDER=" + provider + " needs " + needed(provider) + " to be set");
    }
    if (timeoutSeconds < 1 || timeoutSeconds > 55) {
      // A turn that waits for its predecessor waits a minute.
      throw new IllegalArgumentException("AI_TIMEOUT_SECONDS must be from 1 to 55");
    }
    if (emergencyNumber.isBlank()) {
      throw new IllegalArgumentException("EMERGENCY_NUMBER must not be empty");
    }
  }

  private static boolean isConfigured(
      String engine, String openaiKey, String googleKey, String project) {
    return !(switch (engine) {
          case "openai" -> openaiKey;
          case "gemini" -> googleKey;
          default -> project;
        })
        .isBlank();
  }

  private static String needed(String engine) {
    return switch (engine) {
      case "openai" -> "OPENAI_API_KEY";
      case "gemini" -> "GOOGLE_API_KEY";
      default -> "VERTEX_PROJECT";
    };
  }

  /// The configured engines in the order in which they are asked; none for builtin.
  List<ModelClient> lines() {
    if (provider.equals(Builtin.NAME)) return List.of();
    var callTimeouts = CallTimeouts.of(Duration.ofSeconds(timeoutSeconds));
    return Stream.concat(
            Stream.of(provider), MODELS.stream().filter(other -> !other.equals(provider)))
        .filter(engine -> !engine.isEmpty())
        .filter(engine -> isConfigured(engine, openaiApiKey, googleApiKey, vertexProject))
        .map(engine -> line(engine, callTimeouts))
        .toList();
  }

  private ModelClient line(String engine, CallTimeouts callTimeouts) {
    return switch (engine) {
      case "openai" ->
          Providers.openAi(openaiApiKey, given(openaiBaseUrl), openaiModel, callTimeouts);
      case "gemini" ->
          Providers.gemini(googleApiKey, given(geminiBaseUrl), geminiModel, callTimeouts);
      default -> Providers.vertex(vertexProject, vertexLocation, vertexModel, callTimeouts);
    };
  }

  private static @Nullable String given(String url) {
    return url.isBlank() ? null : url.strip();
  }

  Duration total() {
    return Duration.ofSeconds(timeoutSeconds);
  }

  /// Without the keys.
  @Override
  public String toString() {
    return "EngineSettings[provider=" + provider + "]";
  }
}
