package poca.records.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import poca.contracts.DocumentId;
import poca.contracts.Role;
import poca.platform.security.Caller;
import poca.records.careteam.CareTeam;
import poca.records.document.ChatCopies.Sent;

/// Who may read which document (contract 4.8).
@Component
class Readers {

  private final DocumentStore store;
  private final ChatCopies chats;
  private final CareTeam careTeam;

  Readers(DocumentStore store, ChatCopies chats, CareTeam careTeam) {
    this.store = store;
    this.chats = chats;
    this.careTeam = careTeam;
  }

  /// The document if the caller may read it. What a stranger learns is the same, and takes the same
  /// questions, whether there is such a document or not.
  ///
  /// @throws poca.platform.web.Refusal 503 if it hangs on somebody who does not answer
  Optional<Document> readable(Caller caller, DocumentId id) {
    var found = store.find(id);
    var own = found.filter(document -> isOwn(caller, document));
    if (found.isPresent() && found.get().isAvailable()) {
      if (own.isPresent()
          || isInRecordOfCaller(caller, found.get())
          || isParty(caller, chats.of(id))) {
        return found;
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
    var now = store.find(id);
    return isParty(caller, chats.of(id)) ? now : now.filter(document -> isOwn(caller, document));
  }

  private static boolean isOwn(Caller caller, Document document) {
    return caller.is(Role.ADMIN) || caller.user().equals(document.uploadedBy());
  }

  private boolean isInRecordOfCaller(Caller caller, Document document) {
    var label = document.labelPatient();
    if (caller.is(Role.HOSPITAL)) {
      // a hospital reads the patient's profile and none of its entries
      return label != null
          && label.toString().equals(document.entityId())
          && careTeam.linked(caller.user(), label);
    }
    return Stream.concat(Stream.ofNullable(label), store.attachedTo(document.id()).stream())
        .distinct()
        .anyMatch(patient -> careTeam.mayUseRecord(caller, patient));
  }

  private boolean isParty(Caller caller, List<Sent> sentIn) {
    return switch (caller.role()) {
      case DOCTOR -> sentIn.stream().anyMatch(chat -> caller.isSelf(chat.doctorId().value()));
      case PATIENT ->
          sentIn.stream().anyMatch(chat -> careTeam.related(caller.user(), chat.patientId()));
      case ADMIN, HOSPITAL -> false;
    };
  }
}
