package poca.chat.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import poca.access.audit.Audit;
import poca.access.audit.Deed;
import poca.access.relation.CareTeam;
import poca.access.security.AccessDecision;
import poca.access.security.Caller;
import poca.chat.attachment.FileDetails;
import poca.chat.careteam.Side;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.DocumentId;
import poca.contracts.Ground;
import poca.contracts.MessageId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.ChatFact;
import poca.contracts.fact.ChatFact.ChatDeleted;
import poca.contracts.fact.ChatFact.ChatOpened;
import poca.platform.IdSource;
import poca.platform.event.Outbox;
import poca.platform.web.Refusal;

/// Keeps conversations: opens them, says who may enter, reads them in their order.
@Service
public class Conversations {

  private final ChatStore chats;
  private final MessageStore messages;
  private final CareTeam careTeam;
  private final Outbox outbox;
  private final Audit audit;
  private final IdSource ids;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  Conversations(
      ChatStore chats,
      MessageStore messages,
      CareTeam careTeam,
      Outbox outbox,
      Audit audit,
      IdSource ids,
      Clock clock,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.chats = chats;
    this.messages = messages;
    this.careTeam = careTeam;
    this.outbox = outbox;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
    this.transaction = transaction;
    this.events = events;
  }

  /// Published on the instance where it was committed.
  public record ChatGone(ChatId chat) {}

  /// Lets a caller in whom the contract lets in (2.3): the chat's doctor, an account that speaks
  /// for its patient, admins.
  ///
  /// @throws Refusal 404 for an unknown chat, 403 for anybody else, 503 if the directory must be
  ///   asked and does not answer
  public Seat enter(Caller caller, ChatId id) {
    var chat = chats.find(id).orElseThrow(() -> Refusal.notFound("Chat"));
    return seat(caller, chat);
  }

  /// As [#enter], for a chat at hand.
  public Seat seat(Caller caller, Chat chat) {
    audit.concerns(chat.patient());
    careTeam.party(caller, chat.doctor(), chat.patient()).orRefuse();
    return new Seat(chat, caller.is(Role.ADMIN) ? null : Side.doctorIf(caller.is(Role.DOCTOR)));
  }

  /// As [#enter], for who comes to read the messages.
  public Seat enterToRead(Caller caller, ChatId id) {
    var seat = enter(caller, id);
    audit.granted(caller, Deed.list("message").of(seat.chat().patient()), seat.ground());
    return seat;
  }

  /// Opens the pair's chat, or opens a deactivated one again.
  ///
  /// @throws Refusal 404, 403, and 400 if there is an active one
  Chat open(
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
    var ground = mayOpen(caller, doctor, patient);
    return told(() -> {
      var opened =
          chats.insert(
              new ChatId(ids.next()),
              doctor,
              patient,
              activeForDoctor,
              activeForPatient,
              clock.instant());
      if (opened.isPresent()) {
        var chat = opened.get();
        audit.granted(caller, Deed.create("chat", chat.id().value()).of(patient), ground);
        return chat;
      }
      var chat =
          chats
              .reopen(doctor, patient, clock.instant())
              .orElseThrow(() ->
                  Refusal.alreadyExists("Chat already exists between this doctor and patient"));
      audit.granted(caller, Deed.update("chat", chat.id().value()).of(patient), ground);
      return chat;
    });
  }

  private Ground mayOpen(Caller caller, DoctorId doctor, PatientId patient) {
    return AccessDecision.about(caller)
        .doctor(Ground.TREATS, self -> self.equals(doctor) && careTeam.treats(doctor, patient))
        .patient(Ground.RELATED, account -> careTeam.related(account, patient))
        .orRefuse();
  }

  /// Sets one side's flag; making it active forgets an explicit deactivation.
  Chat flag(Caller caller, ChatId id, Side side, boolean active) {
    var seat = enter(caller, id);
    if (seat.side() != null && seat.side() != side) {
      throw Refusal.notAllowed();
    }
    return flag(
        caller,
        seat,
        side == Side.DOCTOR ? active : null,
        side == Side.PATIENT ? active : null,
        active ? false : null);
  }

  /// Deactivates explicitly: the caller's flag, an admin's both.
  Chat deactivate(Caller caller, ChatId id) {
    var seat = enter(caller, id);
    return flag(
        caller,
        seat,
        seat.side() == Side.PATIENT ? null : false,
        seat.side() == Side.DOCTOR ? null : false,
        true);
  }

  private Chat flag(
      Caller caller,
      Seat seat,
      @Nullable Boolean activeForDoctor,
      @Nullable Boolean activeForPatient,
      @Nullable Boolean deactivated) {
    return told(() -> {
      var chat =
          chats
              .flag(
                  seat.chat().id(), activeForDoctor, activeForPatient, deactivated, clock.instant())
              .orElseThrow(() -> Refusal.notFound("Chat"));
      audit.granted(
          caller, Deed.update("chat", chat.id().value()).of(chat.patient()), seat.ground());
      return chat;
    });
  }

  private Chat told(Supplier<Chat> change) {
    return transaction.execute(_ -> {
      var chat = change.get();
      outbox.append(
          ChatFact.TOPIC,
          new ChatOpened(
              chat.id(), chat.doctor(), chat.patient(), !chat.deactivated(), chat.version()));
      return chat;
    });
  }

  /// For admins.
  void delete(Caller caller, ChatId id) {
    transaction.executeWithoutResult(_ -> {
      var chat = chats.delete(id).orElseThrow(() -> Refusal.notFound("Chat"));
      audit.granted(caller, Deed.delete("chat", id.value()).of(chat.patient()), Ground.ADMIN);
      outbox.append(
          ChatFact.TOPIC,
          new ChatDeleted(chat.id(), chat.doctor(), chat.patient(), chat.version() + 1));
    });
    events.publishEvent(new ChatGone(id));
  }

  /// For those who may know everything: other services.
  Optional<Chat> find(ChatId id) {
    return chats.find(id);
  }

  List<Chat> withDocument(DocumentId document) {
    return chats.withDocument(document);
  }

  /// Of chats that are still there: how far each has come.
  public List<Chat> stillThere(Collection<ChatId> ids) {
    return ids.isEmpty() ? List.of() : chats.find(ids);
  }

  /// @throws Refusal as [#enter]
  Overview read(Caller caller, ChatId id) {
    var overview = overview(id);
    var seat = seat(caller, overview.chat());
    audit.granted(caller, Deed.read("chat", id.value()).of(seat.chat().patient()), seat.ground());
    return overview;
  }

  /// For who has just been let do something with it.
  Overview overview(ChatId id) {
    return chats.overview(id).orElseThrow(() -> Refusal.notFound("Chat"));
  }

  /// The newest messages, oldest of them first.
  public List<Message> latest(ChatId chat, int limit) {
    return messages.newest(chat, Long.MAX_VALUE, 0, limit).reversed();
  }

  /// Ascending, from the one behind `seq`.
  public List<Message> after(ChatId chat, long seq, int limit) {
    return messages.after(chat, seq, limit);
  }

  /// Newest first.
  ///
  /// @param before only those with a lower seq
  public List<Message> newest(ChatId chat, long before, int skip, int limit) {
    return messages.newest(chat, before, skip, limit);
  }

  /// Puts a message into the next place, in the caller's transaction, which holds the chat from
  /// here until it ends.
  ///
  /// @throws org.springframework.dao.DuplicateKeyException if the account sent this client message
  ///   id to this chat before; the transaction must roll back, and gives the place back
  @Transactional(propagation = Propagation.MANDATORY)
  public Message append(
      MessageId id,
      Chat chat,
      Side from,
      UserId author,
      NewMessage message,
      FileDetails.Stored file) {
    var slot =
        chats.take(chat.id(), from, clock.instant()).orElseThrow(() -> Refusal.notFound("Chat"));
    return messages.insert(id, chat, slot, from, author, message, file);
  }

  /// What the account sent to the chat under this client message id.
  public Optional<Message> sentBefore(ChatId chat, UserId author, String clientMessageId) {
    return messages.sentBefore(chat, author, clientMessageId);
  }

  /// A message with the chat it stands in, to judge who may mark it.
  public record Placed(MessageId id, ChatId chat, Side from) {}

  /// Where messages stand; unknown ones are left out.
  public List<Placed> placed(Collection<MessageId> ids) {
    return messages.placed(ids);
  }

  /// A message that was marked otherwise before.
  public record Marked(MessageId id, ChatId chat, Side from, Instant sentAt) {}

  /// Marks messages and answers which of them changed.
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Marked> mark(Collection<MessageId> ids, boolean read) {
    return messages.mark(ids, read);
  }
}
