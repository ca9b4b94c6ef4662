package poca.ai.engine.provider;

/// A whole answer of a model: its end was seen.
///
/// @param promptTokens as the provider counted them, else estimated
public record Completion(String text, long promptTokens, long completionTokens) {

  /// Without the words.
  @Override
  public String toString() {
    return "Completion[" + text.length() + " characters]";
  }
}
