package poca.ai.engine;

import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param provider AI_PROVIDER; empty for the first one that is configured, else builtin
/// @param emergencyNumber EMERGENCY_NUMBER, which red advice names
@ConfigurationProperties("poca.ai")
record EngineSettings(
    @DefaultValue("") String provider,
    @DefaultValue("") String openaiApiKey,
    @DefaultValue("") String googleApiKey,
    @DefaultValue("") String vertexProject,
    @DefaultValue("112") String emergencyNumber) {

  private static final Set<String> NOT_YET = Set.of("openai", "gemini", "vertexai");

  EngineSettings {
    provider = provider.strip().toLowerCase(Locale.ROOT);
    if (NOT_YET.contains(provider)) {
      throw new IllegalArgumentException(
          "AI_PROVIDER=" + provider + " is not in this build yet: use builtin");
    }
    if (!provider.isEmpty() && !provider.equals(Builtin.NAME)) {
      throw new IllegalArgumentException("AI_PROVIDER must be openai, gemini, vertexai or builtin");
    }
    if (emergencyNumber.isBlank()) {
      throw new IllegalArgumentException("EMERGENCY_NUMBER must not be empty");
    }
  }

  boolean keysAreUnused() {
    return provider.isEmpty()
        && !(openaiApiKey.isBlank() && googleApiKey.isBlank() && vertexProject.isBlank());
  }

  /// Without the keys.
  @Override
  public String toString() {
    return "EngineSettings[provider=" + provider + "]";
  }
}
