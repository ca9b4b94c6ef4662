package poca.contracts.fact;

import poca.contracts.AiMessageId;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;

/// An interview's course, told by ai-service.
public sealed interface AiSessionFact extends Fact {

  Topic<AiSessionFact> TOPIC =
      new Topic<>("ai.sessions.v1", AiSessionFact.class, "ai-service", Topic.Keeping.A_WEEK);

  AiSessionId session();

  ChatId chat();

  @Override
  default String key() {
    return session().toString();
  }

  record AiSessionStarted(AiSessionId session, ChatId chat) implements AiSessionFact {}

  record AiSessionEnded(AiSessionId session, ChatId chat) implements AiSessionFact {}

  /// @param level `red`, `yellow` or `green`
  /// @param ruleId the rule that set it, `model:<engine>` if a model raised it
  record UrgencyRated(AiSessionId session, ChatId chat, String level, String ruleId)
      implements AiSessionFact {}

  record SummaryReady(AiSessionId session, ChatId chat, AiMessageId message)
      implements AiSessionFact {}
}
