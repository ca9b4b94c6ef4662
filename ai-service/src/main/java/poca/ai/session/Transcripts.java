package poca.ai.session;

import java.util.List;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.contracts.AiSessionId;
import poca.platform.web.Page;
import poca.platform.web.Paging;

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
  Page<AiMessage> list(Caller caller, AiSessionId session, Paging paging, boolean takesNote) {
    var list = "ai-messages:" + session;
    int after = paging.after(list, 1).map(Transcripts::seq).orElse(0);
    var access = sessions.enter(caller, session);
    audit.granted(
        caller, AuditedAction.list("ai_message").of(access.party().patient()), access.basis());
    var rows = messages.list(session, after, paging.skip(), paging.oneMore());
    if (takesNote) {
      sessions.attended(caller, access.session());
    }
    return paging.countedPage(
        list, rows, message -> List.of(message.seq()), () -> messages.count(session));
  }

  private static int seq(List<String> keys) {
    try {
      return Integer.parseInt(keys.getFirst());
    } catch (NumberFormatException notOurs) {
      throw Paging.badCursor();
    }
  }
}
