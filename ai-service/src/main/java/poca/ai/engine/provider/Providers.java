package poca.ai.engine.provider;

import org.jspecify.annotations.Nullable;

/// Makes the lines to the providers that are configured.
public final class Providers {

  private Providers() {}

  /// @param url null for the provider's public address
  public static Line openAi(String key, @Nullable String url, String model, Clocks clocks) {
    return new Line("openai", model, () -> new OpenAi(key, url, model, clocks), clocks);
  }

  /// @param url null for the provider's public address
  public static Line gemini(String key, @Nullable String url, String model, Clocks clocks) {
    return new Line("gemini", model, () -> new Gemini(key, url, model, clocks), clocks);
  }

  /// With the platform's credentials.
  public static Line vertex(String project, String location, String model, Clocks clocks) {
    return new Line(
        "vertexai", model, () -> new Vertex(project, location, model, clocks, null, null), clocks);
  }
}
