package poca.directory.doctor;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.contracts.fact.ChatFact;

/// A copy of which chats there are, for the list of doctors.
@Component
class ChatCopy {

  private final JdbcClient jdbc;

  ChatCopy(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void apply(ChatFact fact) {
    switch (fact) {
      case ChatFact.ChatOpened(var chat, var doctor, var patient, var active, var version) ->
          apply(chat, doctor, patient, active, false, version);
      case ChatFact.ChatDeleted(var chat, var doctor, var patient, var version) ->
          apply(chat, doctor, patient, false, true, version);
    }
  }

  private void apply(
      ChatId chat,
      DoctorId doctor,
      PatientId patient,
      boolean active,
      boolean deleted,
      long version) {
    jdbc.sql(
            """
            insert into doctor_chat (chat_id, doctor_id, patient_id, active, deleted, version)
            values (:chat, :doctor, :patient, :active, :deleted, :version)
            on conflict (chat_id) do update
              set active = excluded.active, deleted = excluded.deleted, version = excluded.version
              where doctor_chat.version < excluded.version
            """)
        .param("chat", chat.value())
        .param("doctor", doctor.value())
        .param("patient", patient.value())
        .param("active", active)
        .param("deleted", deleted)
        .param("version", version)
        .update();
  }
}
