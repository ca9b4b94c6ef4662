package poca.ai.worklist;

import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.relation.CareTeam;
import poca.access.security.AccessDecision;
import poca.access.security.Caller;
import poca.ai.session.AiSession;
import poca.ai.session.AiSessions;
import poca.ai.worklist.WorklistStore.Scope;
import poca.contracts.AccessBasis;
import poca.contracts.Role;
import poca.platform.web.Page;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;

/// Lists the interviews that a caller may see (contract 4.14): what waits for the doctor first, red
/// before everything.
@Service
class Worklist {

  private final WorklistStore store;
  private final AiSessions sessions;
  private final CareTeam careTeam;
  private final Audit audit;

  Worklist(WorklistStore store, AiSessions sessions, CareTeam careTeam, Audit audit) {
    this.store = store;
    this.sessions = sessions;
    this.careTeam = careTeam;
    this.audit = audit;
  }

  /// @throws Refusal 404 for an unknown chat or patient, 403 if they are none of the caller's
  ///   business; 503 if nobody can say
  Page<AiSession> list(Caller caller, WorklistFilter filter, Paging paging) {
    var list = "ai-sessions:" + caller.user() + ":" + filter;
    var after = paging.after(list, 3).map(WorklistCursor::of).orElse(null);
    var basis = allowed(caller, filter);
    audit.granted(caller, AuditedAction.list("ai_session").of(filter.patient()), basis);
    var scope = scope(caller);
    var page =
        paging.countedPage(
            list,
            store.page(scope, filter, after, paging.skip(), paging.oneMore()),
            WorklistCursor::keys,
            () -> store.count(scope, filter));
    var shown = sessions.inOrder(page.items().stream().map(WorklistCursor::id).toList());
    return new Page<>(shown, page.total(), page.nextCursor());
  }

  private AccessBasis allowed(Caller caller, WorklistFilter filter) {
    var basis = caller.is(Role.ADMIN) ? AccessBasis.ADMIN : AccessBasis.ROLE;
    var chat = filter.chat();
    if (chat != null) {
      basis = sessions.enterChat(caller, chat);
    }
    var patient = filter.patient();
    if (patient != null) {
      if (!careTeam.exists(patient)) {
        throw Refusal.notFound("Patient");
      }
      if (caller.is(Role.PATIENT)) {
        basis =
            AccessDecision.about(caller)
                .patient(AccessBasis.RELATED, account -> careTeam.related(account, patient))
                .orRefuse();
      }
    }
    return basis;
  }

  private static Scope scope(Caller caller) {
    return switch (caller.role()) {
      case ADMIN -> new Scope.All();
      case DOCTOR -> new Scope.OfDoctor(caller.asDoctor());
      case PATIENT -> new Scope.SpokenFor(caller.user());
      case HOSPITAL -> throw Refusal.notAllowed();
    };
  }
}
