package poca.ai.engine.provider;

import org.jspecify.annotations.Nullable;

/// Makes the lines to the providers that are configured.
public final class Providers {

  private Providers() {}

  /// @param url null for the provider's public address
  public static ModelClient openAi(
      String key, @Nullable String url, String model, CallTimeouts callTimeouts) {
    return new ModelClient(
        "openai", model, () -> new OpenAi(key, url, model, callTimeouts), callTimeouts);
  }

  /// @param url null for the provider's public address
  public static ModelClient gemini(
      String key, @Nullable String url, String model, CallTimeouts callTimeouts) {
    return new ModelClient(
        "gemini", model, () -> new Gemini(key, url, model, callTimeouts), callTimeouts);
  }

  /// With the platform's credentials.
  public static ModelClient vertex(
      String project, String location, String model, CallTimeouts callTimeouts) {
    return new ModelClient(
        "vertexai",
        model,
        () -> new Vertex(project, location, model, callTimeouts, null, null),
        callTimeouts);
  }
}
