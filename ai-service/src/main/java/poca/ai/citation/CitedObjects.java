package poca.ai.citation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.ai.session.AiSessions;
import poca.ai.session.InterviewConversations;
import poca.ai.source.Citations;
import poca.ai.source.Citations.Citation;
import poca.contracts.AccessBasis;
import poca.contracts.AiSessionId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.platform.peer.Peers;
import poca.platform.web.Refusal;
import tools.jackson.databind.JsonNode;

/// Shows a citation to whoever may see what it cites now. Of what another service owns, that
/// service is asked in the caller's name: it decides, and writes the reading down.
@Service
class CitedObjects {

  private final Citations citations;
  private final AiSessions sessions;
  private final InterviewConversations conversations;
  private final Peers peers;
  private final Audit audit;

  CitedObjects(
      Citations citations,
      AiSessions sessions,
      InterviewConversations conversations,
      Peers peers,
      Audit audit) {
    this.citations = citations;
    this.sessions = sessions;
    this.conversations = conversations;
    this.peers = peers;
    this.audit = audit;
  }

  /// @throws Refusal 404; 503 if the owner of what is cited does not answer
  Citation read(Caller caller, AiSessionId session, UUID id) {
    var parties = conversations.party(session).orElseThrow(CitedObjects::unknown);
    audit.concerns(parties.patient());
    var citation = citations.find(session, id).orElseThrow(CitedObjects::unknown);
    var basis =
        basis(caller, session, parties.patient(), citation).orElseThrow(CitedObjects::unknown);
    audit.granted(caller, AuditedAction.read("citation", id).of(parties.patient()), basis);
    return citation;
  }

  /// Why the caller may see what is cited; empty if it may not.
  private Optional<AccessBasis> basis(
      Caller caller, AiSessionId session, PatientId patient, Citation citation) {
    try {
      return switch (citation.kind()) {
        case MESSAGE -> Optional.of(sessions.enter(caller, session).basis());
        case POSTED ->
            caller.is(Role.PATIENT)
                ? Optional.empty()
                : Optional.of(sessions.enter(caller, session).basis());
        case CASE_HISTORY ->
            peers
                .of("records-service")
                .getAs(
                    caller.token(), "/api/v1/patients/{id}/case-history", JsonNode.class, patient)
                .map(_ -> AccessBasis.READER);
        case DOCUMENT ->
            peers
                .of("records-service")
                .getAs(
                    caller.token(), "/api/v1/documents/{id}", JsonNode.class, citation.resource())
                .map(_ -> AccessBasis.READER);
      };
    } catch (Refusal refusal) {
      if (refusal.status() >= 500) throw refusal;
      return Optional.empty();
    }
  }

  private static Refusal unknown() {
    return Refusal.notFound("Citation");
  }
}
