package poca.records.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import poca.access.audit.Audit;
import poca.access.relation.CareTeam;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.DocumentId;
import poca.contracts.Role;
import poca.records.document.ChatCopies.Sent;

/// Who may read which document (contract 4.8).
@Component
class DocumentAccess {

  private final DocumentStore store;
  private final ChatCopies chats;
  private final CareTeam careTeam;
  private final Audit audit;

  DocumentAccess(DocumentStore store, ChatCopies chats, CareTeam careTeam, Audit audit) {
    this.store = store;
    this.chats = chats;
    this.careTeam = careTeam;
    this.audit = audit;
  }

  /// The document if the caller may read it. What a stranger learns is the same, and takes the same
  /// questions, whether there is such a document or not.
  ///
  /// @throws poca.platform.web.Refusal 503 if it hangs on somebody who does not answer
  Optional<ReadableDocument> readable(Caller caller, DocumentId id) {
    var found = store.find(id);
    var own = found.flatMap(document -> own(caller, document));
    if (found.isPresent() && found.get().isAvailable()) {
      var known =
          own.or(() -> inRecordOfCaller(caller, found.get()))
              .or(() -> asParty(caller, found.get(), chats.of(id)));
      if (known.isPresent()) {
        return known;
      }
    }
    if (own.isEmpty() && (caller.is(Role.HOSPITAL) || caller.is(Role.ADMIN))) {
      return Optional.empty(); // never party of a chat
    }
    var sentIn = chats.ask(id);
    if (found.isEmpty() || sentIn.isEmpty()) {
      return own;
    }
    chats.learn(id, sentIn);
    return store
        .find(id)
        .flatMap(now -> own(caller, now).or(() -> asParty(caller, now, chats.of(id))));
  }

  /// Asks chat-service where it was sent, for who must not miss a fact that is on its way.
  ///
  /// @throws poca.platform.web.Refusal 503 if it does not answer
  void hearOfChats(DocumentId id) {
    chats.learn(id, chats.ask(id));
  }

  /// Whether only its uploader and admins read it, as far as we have heard.
  boolean isNobodyElses(DocumentId id) {
    return store.find(id).filter(document -> document.labelPatient() != null).isEmpty()
        && store.attachedTo(id).isEmpty()
        && chats.of(id).isEmpty();
  }

  private Optional<ReadableDocument> own(Caller caller, Document document) {
    if (caller.is(Role.ADMIN)) {
      return Optional.of(
          new ReadableDocument(document, AccessBasis.ADMIN, document.labelPatient()));
    }
    return caller.user().equals(document.uploadedBy())
        ? Optional.of(new ReadableDocument(document, AccessBasis.UPLOADER, document.labelPatient()))
        : Optional.empty();
  }

  private Optional<ReadableDocument> inRecordOfCaller(Caller caller, Document document) {
    var label = document.labelPatient();
    if (label != null) {
      audit.concerns(label);
    }
    if (caller.is(Role.HOSPITAL)) {
      // a hospital reads the patient's profile and none of its entries
      return Optional.ofNullable(label)
          .filter(patient -> patient.toString().equals(document.entityId()))
          .filter(patient -> careTeam.admits(caller.user(), patient))
          .map(patient -> new ReadableDocument(document, AccessBasis.READER, patient));
    }
    return Stream.concat(Stream.ofNullable(label), store.attachedTo(document.id()).stream())
        .distinct()
        .peek(audit::concerns)
        .filter(patient -> careTeam.caring(caller, patient).isLet())
        .findFirst()
        .map(patient -> new ReadableDocument(document, AccessBasis.READER, patient));
  }

  private Optional<ReadableDocument> asParty(Caller caller, Document document, List<Sent> sentIn) {
    return sentIn.stream()
        .peek(chat -> audit.concerns(chat.patientId()))
        .filter(chat -> careTeam.party(caller, chat.doctorId(), chat.patientId()).isLet())
        .findFirst()
        .map(chat -> new ReadableDocument(document, AccessBasis.READER, chat.patientId()));
  }
}
