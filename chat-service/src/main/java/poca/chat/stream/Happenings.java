package poca.chat.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import poca.access.relation.CareTeam;
import poca.chat.chat.Chat;
import poca.chat.chat.ChatStore;
import poca.chat.stream.Occurrence.About;
import poca.chat.stream.Occurrence.Audience;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.contracts.fact.AiSessionFact;
import poca.contracts.fact.AiSessionFact.AiSessionEnded;
import poca.contracts.fact.AiSessionFact.AiSessionStarted;
import poca.contracts.fact.AiSessionFact.SummaryReady;
import poca.contracts.fact.AiSessionFact.UrgencyRated;
import poca.contracts.fact.AppointmentFact;
import poca.contracts.fact.AppointmentFact.AppointmentBooked;
import poca.contracts.fact.AppointmentFact.AppointmentCancelled;
import poca.contracts.fact.AppointmentFact.AppointmentClosed;
import poca.contracts.fact.AppointmentFact.AppointmentMoved;
import poca.contracts.fact.ChatFact;
import poca.contracts.fact.ChatFact.ChatDeleted;
import poca.contracts.fact.ChatFact.ChatOpened;
import poca.contracts.fact.MessageFact;
import poca.contracts.fact.MessageFact.MessageSent;
import poca.contracts.fact.MessageFact.MessagesMarked;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.WaitlistFact;
import poca.contracts.fact.WaitlistFact.TimeOffered;
import poca.platform.event.Delivery;

/// Turns facts into events: what is worth telling, and to whom.
@Component
class Happenings {

  private static final String RED = "red";

  private final ChatStore chats;
  private final CareTeam careTeam;
  private final EventTeller teller;

  Happenings(ChatStore chats, CareTeam careTeam, EventTeller teller) {
    this.chats = chats;
    this.careTeam = careTeam;
    this.teller = teller;
  }

  void message(Delivery<MessageFact> delivery) {
    switch (delivery.fact()) {
      case MessageSent sent ->
          teller.tell(
              new Occurrence(
                  delivery.eventId(),
                  EventType.MESSAGE_CREATED,
                  delivery.at(),
                  sent.message().value(),
                  new About(sent.chat(), sent.doctor(), sent.patient(), null),
                  Audience.parties(sent.doctor(), sent.patient(), null)));
      case MessagesMarked marked ->
          tell(
              delivery.eventId(),
              EventType.MESSAGE_RECEIPT,
              delivery.at(),
              marked.messages().getLast().value(),
              marked.chat());
    }
  }

  /// A chat that is opened anew, or flagged, is told on the same topic, with a higher version.
  void chat(Delivery<ChatFact> delivery) {
    switch (delivery.fact()) {
      case ChatOpened opened -> {
        if (opened.version() == 1) {
          teller.tell(
              new Occurrence(
                  delivery.eventId(),
                  EventType.CHAT_CREATED,
                  delivery.at(),
                  null,
                  new About(opened.chat(), opened.doctor(), opened.patient(), null),
                  Audience.parties(opened.doctor(), opened.patient(), null)));
        }
      }
      case ChatDeleted _ -> {}
    }
  }

  void appointment(Delivery<AppointmentFact> delivery) {
    switch (delivery.fact()) {
      case AppointmentBooked f ->
          tell(delivery, EventType.APPOINTMENT_BOOKED, f.doctor(), f.patient(), f.hospital());
      case AppointmentMoved f ->
          tell(delivery, EventType.APPOINTMENT_MOVED, f.doctor(), f.patient(), f.hospital());
      case AppointmentCancelled f ->
          tell(delivery, EventType.APPOINTMENT_CANCELLED, f.doctor(), f.patient(), f.hospital());
      case AppointmentClosed _ -> {}
    }
  }

  private void tell(
      Delivery<AppointmentFact> delivery,
      EventType type,
      DoctorId doctor,
      PatientId patient,
      @Nullable HospitalId hospital) {
    teller.tell(
        new Occurrence(
            delivery.eventId(),
            type,
            delivery.at(),
            delivery.fact().appointment().value(),
            new About(null, doctor, patient, hospital),
            Audience.parties(doctor, patient, hospital)));
  }

  void waitlist(Delivery<WaitlistFact> delivery) {
    switch (delivery.fact()) {
      case TimeOffered offered ->
          teller.tell(
              new Occurrence(
                  delivery.eventId(),
                  EventType.WAITLIST_OFFER,
                  delivery.at(),
                  offered.entry().value(),
                  new About(null, offered.doctor(), offered.patient(), null),
                  Audience.parties(offered.doctor(), offered.patient(), null)));
    }
  }

  /// An interview becomes red once, whichever rules say so later: its event has a source of its
  /// own, not the fact's.
  void interview(Delivery<AiSessionFact> delivery) {
    var session = delivery.fact().session().value();
    switch (delivery.fact()) {
      case UrgencyRated rated -> {
        if (rated.level().equals(RED)) {
          chats
              .find(rated.chat())
              .ifPresent(chat ->
                  teller.tell(
                      new Occurrence(
                          becameRed(session),
                          EventType.AI_URGENCY,
                          delivery.at(),
                          session,
                          about(chat),
                          Audience.account(chat.doctor().value()))));
        }
      }
      case SummaryReady ready ->
          tell(
              delivery.eventId(), EventType.AI_SUMMARY_READY, delivery.at(), session, ready.chat());
      case AiSessionStarted _, AiSessionEnded _ -> {}
    }
  }

  private static UUID becameRed(UUID session) {
    return UUID.nameUUIDFromBytes(("red:" + session).getBytes(StandardCharsets.UTF_8));
  }

  /// To both sides of a chat that is still there.
  private void tell(UUID source, EventType type, Instant at, UUID subject, ChatId id) {
    chats
        .find(id)
        .ifPresent(chat ->
            teller.tell(
                new Occurrence(
                    source,
                    type,
                    at,
                    subject,
                    about(chat),
                    Audience.parties(chat.doctor(), chat.patient(), null))));
  }

  private static About about(Chat chat) {
    return new About(chat.id(), chat.doctor(), chat.patient(), null);
  }

  /// An account that comes to speak for a patient gets what it may have missed meanwhile; whoever
  /// loses sight of somebody is told so.
  void relation(Delivery<RelationFact> delivery) {
    var told = delivery.fact().relation();
    var stands = careTeam.learn(told);
    if (stands && told.active()) {
      switch (told.kind()) {
        case RELATED, OWNS_PATIENT ->
            teller.began(new UserId(told.left()), new PatientId(told.right()), delivery.at());
        case TREATS, EMPLOYS, ADMITS, OWNS_HOSPITAL, DOCTOR, PATIENT, HOSPITAL -> {}
      }
    } else if (!stands && !told.active()) {
      for (var loss : losses(told)) {
        teller.tell(
            new Occurrence(
                delivery.eventId(),
                EventType.ACCESS_ENDED,
                delivery.at(),
                null,
                loss.of(),
                loss.to()));
      }
    }
  }

  /// @param of what cannot be seen any more
  private record Loss(About of, Audience to) {}

  private List<Loss> losses(Relation ended) {
    var doctor = new DoctorId(ended.left());
    var hospital = new HospitalId(ended.left());
    var patient = new PatientId(ended.right());
    return switch (ended.kind()) {
      case RELATED, OWNS_PATIENT ->
          careTeam.patientsOf(new UserId(ended.left())).contains(patient)
              ? List.of()
              : List.of(
                  new Loss(new About(null, null, patient, null), Audience.account(ended.left())));
      case TREATS ->
          List.of(new Loss(new About(null, doctor, patient, null), Audience.account(ended.left())));
      case ADMITS ->
          List.of(new Loss(new About(null, null, patient, hospital), Audience.hospital(hospital)));
      case EMPLOYS -> {
        var parted = new About(null, new DoctorId(ended.right()), null, hospital);
        yield List.of(
            new Loss(parted, Audience.hospital(hospital)),
            new Loss(parted, Audience.account(ended.right())));
      }
      case OWNS_HOSPITAL ->
          List.of(
              new Loss(
                  new About(null, null, null, new HospitalId(ended.right())),
                  Audience.account(ended.left())));
      case DOCTOR, PATIENT, HOSPITAL -> List.of();
    };
  }
}
