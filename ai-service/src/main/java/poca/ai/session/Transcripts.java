package poca.ai.session;

import java.util.List;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.contracts.AiSessionId;

/// Shows what was said in an interview.
@Service
class Transcripts {

  private final AiSessions sessions;
  private final AiMessageStore messages;
  private final Audit audit;

  Transcripts(AiSessions sessions, AiMessageStore messages, Audit audit) {
    this.sessions = sessions;
    this.messages = messages;
    this.audit = audit;
  }

  /// @param takesNote false if only its headers are asked for
  /// @throws poca.platform.web.Refusal 404, 403
  List<AiMessage> list(
      Caller caller, AiSessionId session, int after, int skip, int limit, boolean takesNote) {
    var access = sessions.enter(caller, session);
    audit.granted(
        caller, AuditedAction.list("ai_message").of(access.party().patient()), access.basis());
    var listed = messages.list(session, after, skip, limit);
    if (takesNote) {
      sessions.attended(caller, access.session());
    }
    return listed;
  }

  long count(AiSessionId session) {
    return messages.count(session);
  }
}
