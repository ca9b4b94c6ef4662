package poca.ai.session;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import poca.ai.careteam.ChatParties;
import poca.ai.reading.Story;
import poca.contracts.AiSessionId;

/// Reads what was said in an interview for drafts, second opinions and citations. Whoever asks has
/// shown that it may.
@Service
public class InterviewConversations {

  private static final int NEWEST = 400;

  private final AiMessageStore messages;
  private final SessionStore sessions;

  InterviewConversations(AiMessageStore messages, SessionStore sessions) {
    this.messages = messages;
    this.sessions = sessions;
  }

  /// Oldest first, each with its reading if that was kept.
  public List<Story.Exchange> of(AiSessionId session) {
    return messages.newest(session, NEWEST).stream().map(Turns::exchange).toList();
  }

  public Optional<AiMessage> newestSummary(AiSessionId session) {
    return messages.newestSummary(session);
  }

  /// Whose interview it is.
  public Optional<ChatParties> party(AiSessionId session) {
    return sessions.find(session).map(AiSession::party);
  }
}
