package poca.ai.session;

import poca.ai.engine.EngineChange;
import poca.ai.triage.Urgency;
import poca.contracts.AiMessageId;

/// Hears of an answer while it is made. Telling never waits for whoever listens.
public interface Listener {

  /// Waits for the whole answer.
  Listener NOBODY = new Listener() {};

  /// The message is stored, and its answer is begun.
  default void begun() {}

  /// The session's urgency changes with this turn.
  default void rated(Urgency urgency) {}

  /// Another engine goes on; the answer is told from its beginning.
  default void changed(EngineChange change) {}

  /// @param text how far the answer has come
  /// @param from what of it is new, in UTF-16 code units
  default void says(AiMessageId message, String text, int from) {}
}
