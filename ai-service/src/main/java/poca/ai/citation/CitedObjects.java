package poca.ai.citation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.Deed;
import poca.access.security.Caller;
import poca.ai.session.Conversations;
import poca.ai.session.Sessions;
import poca.ai.source.Citations;
import poca.ai.source.Citations.Citation;
import poca.contracts.AiSessionId;
import poca.contracts.Ground;
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
  private final Sessions sessions;
  private final Conversations conversations;
  private final Peers peers;
  private final Audit audit;

  CitedObjects(
      Citations citations,
      Sessions sessions,
      Conversations conversations,
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
    var party = conversations.party(session).orElseThrow(CitedObjects::unknown);
    audit.concerns(party.patient());
    var citation = citations.find(session, id).orElseThrow(CitedObjects::unknown);
    var ground =
        ground(caller, session, party.patient(), citation).orElseThrow(CitedObjects::unknown);
    audit.granted(caller, Deed.read("citation", id).of(party.patient()), ground);
    return citation;
  }

  /// Why the caller may see what is cited; empty if it may not.
  private Optional<Ground> ground(
      Caller caller, AiSessionId session, PatientId patient, Citation citation) {
    try {
      return switch (citation.kind()) {
        case MESSAGE -> Optional.of(sessions.enter(caller, session).ground());
        case POSTED ->
            caller.is(Role.PATIENT)
                ? Optional.empty()
                : Optional.of(sessions.enter(caller, session).ground());
        case CASE_HISTORY ->
            peers
                .of("records-service")
                .getAs(
                    caller.token(), "/api/v1/patients/{id}/case-history", JsonNode.class, patient)
                .map(_ -> Ground.READER);
        case DOCUMENT ->
            peers
                .of("records-service")
                .getAs(
                    caller.token(), "/api/v1/documents/{id}", JsonNode.class, citation.resource())
                .map(_ -> Ground.READER);
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
