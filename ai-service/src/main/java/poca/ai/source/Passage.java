package poca.ai.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sentence of a source, or a line of the patient's profile.
///
/// @param source null for the profile, which is not cited
/// @param asked words of the question that it answers, as the answer leaves them
/// @param order its place among the sentences of its source
record Passage(
    @Nullable Source source, int order, int start, int end, Facts facts, List<Terms.Term> asked) {

  /// Whether the other one stands beside it, so that both may tell of one thing.
  boolean isBeside(Passage other) {
    return source != null && source.equals(other.source) && Math.abs(order - other.order) <= 1;
  }

  boolean hasTerm(Terms.Term wanted) {
    return facts.hasTerm(wanted)
        || asked.stream()
            .anyMatch(t -> t.stem().equals(wanted.stem()) && t.denied() == wanted.denied());
  }

  boolean hasOnSide(Terms.Term wanted) {
    return facts.hasOnSide(wanted)
        || asked.stream()
            .anyMatch(t ->
                t.stem().equals(wanted.stem())
                    && t.side() == wanted.side()
                    && t.denied() == wanted.denied());
  }
}
