package poca.ai.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.Deed;
import poca.access.relation.CareTeam;
import poca.access.security.AccessDecision;
import poca.access.security.Caller;
import poca.ai.session.AiSession;
import poca.ai.session.Sessions;
import poca.ai.worklist.WorklistStore.Scope;
import poca.contracts.AiSessionId;
import poca.contracts.Ground;
import poca.contracts.Role;
import poca.platform.web.Refusal;

/// Lists the interviews that a caller may see (contract 4.14): what waits for the doctor first, red
/// before everything.
@Service
class Worklist {

  private final WorklistStore store;
  private final Sessions sessions;
  private final CareTeam careTeam;
  private final Audit audit;

  Worklist(WorklistStore store, Sessions sessions, CareTeam careTeam, Audit audit) {
    this.store = store;
    this.sessions = sessions;
    this.careTeam = careTeam;
    this.audit = audit;
  }

  /// @param next the place of the last one, if more come behind it
  /// @param total null behind a place
  record Found(List<AiSession> sessions, @Nullable Place next, @Nullable Long total) {}

  /// @throws Refusal 404 for an unknown chat or patient, 403 if they are none of the caller's
  ///   business; 503 if nobody can say
  Found list(Caller caller, Wanted wanted, @Nullable Place after, int skip, int limit) {
    var ground = allowed(caller, wanted);
    audit.granted(caller, Deed.list("ai_session").of(wanted.patient()), ground);
    var scope = scope(caller);
    var rows = store.page(scope, wanted, after, skip, limit + 1);
    var page = rows.subList(0, Math.min(rows.size(), limit));
    List<AiSessionId> ids = page.stream().map(Place::id).toList();
    return new Found(
        sessions.inOrder(ids),
        rows.size() > page.size() ? page.getLast() : null,
        after == null ? store.count(scope, wanted) : null);
  }

  private Ground allowed(Caller caller, Wanted wanted) {
    var ground = caller.is(Role.ADMIN) ? Ground.ADMIN : Ground.ROLE;
    var chat = wanted.chat();
    if (chat != null) {
      ground = sessions.enterChat(caller, chat);
    }
    var patient = wanted.patient();
    if (patient != null) {
      if (!careTeam.exists(patient)) {
        throw Refusal.notFound("Patient");
      }
      if (caller.is(Role.PATIENT)) {
        ground =
            AccessDecision.about(caller)
                .patient(Ground.RELATED, account -> careTeam.related(account, patient))
                .orRefuse();
      }
    }
    return ground;
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
