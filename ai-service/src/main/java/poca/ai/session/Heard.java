package poca.ai.session;

import org.jspecify.annotations.Nullable;
import poca.ai.engine.EngineChange;
import poca.contracts.AiMessageId;

/// How far an answer may be heard.
///
/// @param attempt from 1 on; grows when the answer begins again
/// @param change why it last did so, null in the first attempt
record Heard(AiMessageId message, int attempt, @Nullable EngineChange change, String text) {

  Heard with(String longer) {
    return new Heard(message, attempt, change, longer);
  }

  Heard again(EngineChange why) {
    return new Heard(message, attempt + 1, why, "");
  }
}
