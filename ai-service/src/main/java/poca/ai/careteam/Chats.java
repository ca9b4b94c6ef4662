package poca.ai.careteam;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.contracts.fact.ChatFact;
import poca.contracts.fact.ChatFact.ChatDeleted;
import poca.contracts.fact.ChatFact.ChatOpened;
import poca.platform.peer.Peers;
import poca.platform.sql.Sql;

/// Knows whose a chat is: from our copy of the chats; one that is not in it is asked of
/// chat-service once.
@Component
public class Chats {

  private final JdbcClient jdbc;
  private final Peers peers;
  private final ApplicationEventPublisher events;

  Chats(JdbcClient jdbc, Peers peers, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.peers = peers;
    this.events = events;
  }

  /// As chat-service answers.
  record Answer(UUID id, UUID doctorId, UUID patientId, long version) {}

  private record Copy(ChatParties party, boolean deleted) {}

  /// Empty for a chat that does not exist, any more or at all.
  ///
  /// @throws poca.platform.web.Refusal 503 if chat-service is needed and does not answer
  public Optional<ChatParties> find(ChatId chat) {
    var copy = copy(chat);
    if (copy.isPresent()) {
      return copy.filter(c -> !c.deleted()).map(Copy::party);
    }
    return peers
        .of("chat-service")
        .get("/internal/chats/{id}", Answer.class, chat)
        .flatMap(answer -> {
          var doctor = new DoctorId(answer.doctorId());
          var patient = new PatientId(answer.patientId());
          apply(new ChatParties(chat, doctor, patient), false, answer.version());
          return copy(chat).filter(c -> !c.deleted()).map(Copy::party);
        });
  }

  /// Takes over what is newer than the copy.
  @Transactional(propagation = Propagation.REQUIRED)
  public void on(ChatFact fact) {
    switch (fact) {
      case ChatOpened f ->
          apply(new ChatParties(f.chat(), f.doctor(), f.patient()), false, f.version());
      case ChatDeleted f -> {
        if (apply(new ChatParties(f.chat(), f.doctor(), f.patient()), true, f.version())) {
          events.publishEvent(new ChatGone(f.chat()));
        }
      }
    }
  }

  private boolean apply(ChatParties parties, boolean deleted, long version) {
    return jdbc.sql(
                """
                insert into chat_party (chat_id, doctor_id, patient_id, deleted, version)
                values (:chat, :doctor, :patient, :deleted, :version)
                on conflict (chat_id) do update
                  set deleted = excluded.deleted, version = excluded.version
                  where chat_party.version < excluded.version
                """)
            .param("chat", parties.chat().value())
            .param("doctor", parties.doctor().value())
            .param("patient", parties.patient().value())
            .param("deleted", deleted)
            .param("version", version)
            .update()
        == 1;
  }

  private Optional<Copy> copy(ChatId chat) {
    return jdbc.sql("select doctor_id, patient_id, deleted from chat_party where chat_id = :chat")
        .param("chat", chat.value())
        .query((row, _) ->
            new Copy(
                new ChatParties(
                    chat,
                    Sql.id(row, "doctor_id", DoctorId::new),
                    Sql.id(row, "patient_id", PatientId::new)),
                row.getBoolean("deleted")))
        .optional();
  }
}
