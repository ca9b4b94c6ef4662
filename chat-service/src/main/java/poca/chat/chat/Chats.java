package poca.chat.chat;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.relation.CareTeam;
import poca.access.security.AccessDecision;
import poca.access.security.Caller;
import poca.chat.careteam.Side;
import poca.contracts.AccessBasis;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.fact.ChatFact;
import poca.contracts.fact.ChatFact.ChatDeleted;
import poca.contracts.fact.ChatFact.ChatOpened;
import poca.platform.web.Refusal;

/// Keeps chats: opens them, says who may enter and whose turn it is.
@Service
public class Chats {

  private final ChatStore store;
  private final CareTeam careTeam;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Chats(ChatStore store, CareTeam careTeam, Audit audit, ApplicationEventPublisher events) {
    this.store = store;
    this.careTeam = careTeam;
    this.audit = audit;
    this.events = events;
  }

  /// Published on the instance where it was committed.
  public record ChatRemoved(ChatId chat) {}

  /// Lets a caller in whom the contract lets in (2.3): the chat's doctor, an account that speaks
  /// for its patient, admins.
  ///
  /// @throws Refusal 404 for an unknown chat, 403 for anybody else, 503 if the directory must be
  ///   asked and does not answer
  public ChatAccess enter(Caller caller, ChatId id) {
    var chat = store.find(id).orElseThrow(() -> Refusal.notFound("Chat"));
    return seat(caller, chat);
  }

  /// As [#enter], for a chat at hand.
  public ChatAccess seat(Caller caller, Chat chat) {
    audit.concerns(chat.patient());
    careTeam.party(caller, chat.doctor(), chat.patient()).orRefuse();
    return new ChatAccess(
        chat, caller.is(Role.ADMIN) ? null : Side.doctorIf(caller.is(Role.DOCTOR)));
  }

  /// Opens the pair's chat, or opens a deactivated one again.
  ///
  /// @throws Refusal 404, 403, and 400 if there is an active one
  public Chat open(
      Caller caller,
      DoctorId doctor,
      PatientId patient,
      boolean activeForDoctor,
      boolean activeForPatient) {
    audit.concerns(patient);
    if (!careTeam.exists(doctor)) {
      throw Refusal.notFound("Doctor");
    }
    if (!careTeam.exists(patient)) {
      throw Refusal.notFound("Patient");
    }
    var basis = mayOpen(caller, doctor, patient);
    return told(use -> {
      var opened =
          store.insert(
              new ChatId(use.newId()),
              doctor,
              patient,
              activeForDoctor,
              activeForPatient,
              use.now());
      if (opened.isPresent()) {
        var chat = opened.get();
        use.granted(caller, AuditedAction.create("chat", chat.id().value()).of(patient), basis);
        return chat;
      }
      var chat =
          store
              .reopen(doctor, patient, use.now())
              .orElseThrow(() ->
                  Refusal.alreadyExists("Chat already exists between this doctor and patient"));
      use.granted(caller, AuditedAction.update("chat", chat.id().value()).of(patient), basis);
      return chat;
    });
  }

  private AccessBasis mayOpen(Caller caller, DoctorId doctor, PatientId patient) {
    return AccessDecision.about(caller)
        .doctor(AccessBasis.TREATS, self -> self.equals(doctor) && careTeam.treats(doctor, patient))
        .patient(AccessBasis.RELATED, account -> careTeam.related(account, patient))
        .orRefuse();
  }

  /// Sets one side's flag; making it active forgets an explicit deactivation.
  public Chat flag(Caller caller, ChatId id, Side side, boolean active) {
    var access = enter(caller, id);
    if (access.side() != null && access.side() != side) {
      throw Refusal.notAllowed();
    }
    return flag(
        caller,
        access,
        side == Side.DOCTOR ? active : null,
        side == Side.PATIENT ? active : null,
        active ? false : null);
  }

  /// Deactivates explicitly: the caller's flag, an admin's both.
  public Chat deactivate(Caller caller, ChatId id) {
    var access = enter(caller, id);
    return flag(
        caller,
        access,
        access.side() == Side.PATIENT ? null : false,
        access.side() == Side.DOCTOR ? null : false,
        true);
  }

  private Chat flag(
      Caller caller,
      ChatAccess access,
      @Nullable Boolean activeForDoctor,
      @Nullable Boolean activeForPatient,
      @Nullable Boolean deactivated) {
    return told(use -> {
      var chat =
          store
              .flag(access.chat().id(), activeForDoctor, activeForPatient, deactivated, use.now())
              .orElseThrow(() -> Refusal.notFound("Chat"));
      use.granted(
          caller,
          AuditedAction.update("chat", chat.id().value()).of(chat.patient()),
          access.basis());
      return chat;
    });
  }

  private Chat told(Function<Audit.Use, Chat> change) {
    return audit.execute(use -> {
      var chat = change.apply(use);
      use.tell(
          ChatFact.TOPIC,
          new ChatOpened(
              chat.id(), chat.doctor(), chat.patient(), !chat.deactivated(), chat.version()));
      return chat;
    });
  }

  /// For admins.
  public void delete(Caller caller, ChatId id) {
    audit.executeWithoutResult(use -> {
      var chat = store.delete(id).orElseThrow(() -> Refusal.notFound("Chat"));
      use.granted(
          caller, AuditedAction.delete("chat", id.value()).of(chat.patient()), AccessBasis.ADMIN);
      use.tell(
          ChatFact.TOPIC,
          new ChatDeleted(chat.id(), chat.doctor(), chat.patient(), chat.version() + 1));
    });
    events.publishEvent(new ChatRemoved(id));
  }
}
