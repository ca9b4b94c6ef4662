package poca.ai.engine.provider;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Holds what a model is asked.
///
/// @param system our own words, nobody else's
/// @param said alternating turns, the last one not the model's
/// @param schema JSON schema of the answer, null for plain text
/// @param mostTokens of the answer
public record Prompt(
    String system,
    List<Said> said,
    @Nullable Map<String, Object> schema,
    double temperature,
    int mostTokens) {

  public Prompt {
    said = List.copyOf(said);
  }

  /// @param byModel false for what the other side said
  public record Said(boolean byModel, String text) {}

  /// A rough count, for what no provider has counted: English has about four characters a token.
  long estimatedTokens() {
    return (system.length() + said.stream().mapToLong(s -> s.text().length()).sum()) / 4;
  }

  /// Without the words: prompts are not logged.
  @Override
  public String toString() {
    return "Prompt[" + said.size() + " turns]";
  }
}
