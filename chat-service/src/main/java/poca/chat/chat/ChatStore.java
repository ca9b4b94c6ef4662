package poca.chat.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.chat.careteam.Side;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.platform.sql.Sql;

/// Keeps the table of chats.
@Repository
public class ChatStore {

  /// For the SQL of chats `c`; [#chat] reads them.
  public static final String COLUMNS =
      "c.id as c_id, c.doctor_id, c.patient_id, c.is_active_for_doctor, c.is_active_for_patient,"
          + " c.deactivated, c.last_seq, c.version, c.created_at, c.updated_at";

  private final JdbcClient jdbc;

  ChatStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Empty if the pair has a chat already: the constraint decides.
  Optional<Chat> insert(
      ChatId id,
      DoctorId doctor,
      PatientId patient,
      boolean activeForDoctor,
      boolean activeForPatient,
      Instant now) {
    return jdbc.sql(
            """
            with c as (
              insert into chat (id, doctor_id, patient_id, is_active_for_doctor,
                is_active_for_patient, created_at)
              values (:id, :doctor, :patient, :activeForDoctor, :activeForPatient, :now)
              on conflict on constraint chat_of_pair do nothing
              returning *
            ), marks as (
              insert into watermark (chat_id, doctor_side)
              select c.id, side.doctor from c cross join (values (true), (false)) side (doctor)
            )
            select
            """
                + COLUMNS
                + " from c")
        .param("id", id.value())
        .param("doctor", doctor.value())
        .param("patient", patient.value())
        .param("activeForDoctor", activeForDoctor)
        .param("activeForPatient", activeForPatient)
        .param("now", Sql.time(now))
        .query(ChatStore::chat)
        .optional();
  }

  /// Activates the pair's chat again if it was deactivated explicitly; empty otherwise.
  Optional<Chat> reopen(DoctorId doctor, PatientId patient, Instant now) {
    return jdbc.sql(
            """
            update chat c set is_active_for_doctor = true, is_active_for_patient = true,
              deactivated = false, version = version + 1, updated_at = :now
            where doctor_id = :doctor and patient_id = :patient and deactivated
            returning
            """
                + COLUMNS)
        .param("doctor", doctor.value())
        .param("patient", patient.value())
        .param("now", Sql.time(now))
        .query(ChatStore::chat)
        .optional();
  }

  /// Sets what is not null.
  Optional<Chat> flag(
      ChatId id,
      @Nullable Boolean activeForDoctor,
      @Nullable Boolean activeForPatient,
      @Nullable Boolean deactivated,
      Instant now) {
    return jdbc.sql(
            """
            update chat c set
              is_active_for_doctor =
                coalesce(cast(:activeForDoctor as boolean), is_active_for_doctor),
              is_active_for_patient =
                coalesce(cast(:activeForPatient as boolean), is_active_for_patient),
              deactivated = coalesce(cast(:deactivated as boolean), deactivated),
              version = version + 1, updated_at = :now
            where id = :id
            returning
            """
                + COLUMNS)
        .param("id", id.value())
        .param("activeForDoctor", activeForDoctor)
        .param("activeForPatient", activeForPatient)
        .param("deactivated", deactivated)
        .param("now", Sql.time(now))
        .query(ChatStore::chat)
        .optional();
  }

  /// Answers the chat as it was.
  Optional<Chat> delete(ChatId id) {
    return jdbc.sql("delete from chat c where id = :id returning " + COLUMNS)
        .param("id", id.value())
        .query(ChatStore::chat)
        .optional();
  }

  /// The next place in a chat, and the time of the message that takes it.
  public record SequenceNumber(long seq, Instant at) {}

  /// Takes the next place. The row stays locked until the caller's transaction ends, so places
  /// become visible in their order and one that is given back leaves no gap. The time never runs
  /// backwards in a chat, whichever instance's clock it is.
  public Optional<SequenceNumber> take(ChatId id, Side from, Instant now) {
    return jdbc.sql(
            """
            update chat set last_seq = last_seq + 1,
              is_active_for_doctor = not :fromDoctor, is_active_for_patient = :fromDoctor,
              updated_at = greatest(coalesce(updated_at, created_at), :now)
            where id = :id
            returning last_seq, updated_at
            """)
        .param("id", id.value())
        .param("fromDoctor", from.isDoctor())
        .param("now", Sql.time(now))
        .query((row, _) -> new SequenceNumber(row.getLong("last_seq"), Sql.time(row, "updated_at")))
        .optional();
  }

  public Optional<Chat> find(ChatId id) {
    return jdbc.sql("select " + COLUMNS + " from chat c where c.id = :id")
        .param("id", id.value())
        .query(ChatStore::chat)
        .optional();
  }

  public List<Chat> find(Collection<ChatId> ids) {
    return jdbc.sql("select " + COLUMNS + " from chat c where c.id = any(cast(:ids as uuid[]))")
        .param("ids", Sql.array(ids))
        .query(ChatStore::chat)
        .list();
  }

  public static Chat chat(ResultSet row, int number) throws SQLException {
    return new Chat(
        Sql.id(row, "c_id", ChatId::new),
        Sql.id(row, "doctor_id", DoctorId::new),
        Sql.id(row, "patient_id", PatientId::new),
        row.getBoolean("is_active_for_doctor"),
        row.getBoolean("is_active_for_patient"),
        row.getBoolean("deactivated"),
        row.getLong("last_seq"),
        row.getLong("version"),
        Sql.time(row, "created_at"),
        Sql.timeOrNull(row, "updated_at"));
  }
}
