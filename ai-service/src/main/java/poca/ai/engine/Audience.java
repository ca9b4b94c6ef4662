package poca.ai.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import poca.ai.triage.Urgency;

/// Hears an answer while an engine makes it, and may leave.
public interface Audience {

  /// Waits for the whole answer.
  Audience NOBODY = new Audience() {};

  /// A model saw a warning sign in the patient's own words. Comes before anything is heard.
  default void rated(Urgency raised) {}

  /// @param soFar how far the answer may be heard, from its beginning: whole sentences, each of
  ///   them checked
  default void hears(String soFar) {}

  /// What was heard so far is nothing: the answer begins again.
  default void startsAgain(EngineChange change) {}

  /// Done when nobody wants the answer any more: then whoever makes it is to hang up.
  default CompletionStage<?> leaves() {
    return new CompletableFuture<Void>();
  }

  default boolean hasLeft() {
    return leaves().toCompletableFuture().isDone();
  }
}
