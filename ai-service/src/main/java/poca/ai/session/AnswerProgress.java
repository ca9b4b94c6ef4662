package poca.ai.session;

import org.jspecify.annotations.Nullable;
import poca.ai.engine.EngineChange;
import poca.contracts.AiMessageId;

/// How far an answer may be heard.
///
/// @param attempt from 1 on; grows when the answer begins again
/// @param change why it last did so, null in the first attempt
record AnswerProgress(
    AiMessageId message, int attempt, @Nullable EngineChange change, String text) {

  AnswerProgress with(String longer) {
    return new AnswerProgress(message, attempt, change, longer);
  }

  AnswerProgress again(EngineChange why) {
    return new AnswerProgress(message, attempt + 1, why, "");
  }
}
