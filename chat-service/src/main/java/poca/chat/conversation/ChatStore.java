package poca.chat.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.access.relation.CareTeam;
import poca.chat.assistant.Interviews;
import poca.chat.careteam.Side;
import poca.chat.conversation.Overview.Progress;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.DocumentId;
import poca.contracts.PatientId;
import poca.contracts.UserId;

/// The table of chats. Who may see which is part of the SQL of its lists.
@Repository
class ChatStore {

  private static final String COLUMNS =
      "c.id as c_id, c.doctor_id, c.patient_id, c.is_active_for_doctor, c.is_active_for_patient,"
          + " c.deactivated, c.last_seq, c.version, c.created_at, c.updated_at";

  /// One statement for any number of chats, each part by an index: what is unread by the partial
  /// one, the newest message by its place.
  private static final String OVERVIEW =
      "select "
          + COLUMNS
          + """
          ,
            dw.delivered_seq as doctor_delivered, pw.delivered_seq as patient_delivered,
            coalesce(du.first - 1, c.last_seq) as doctor_read,
            coalesce(pu.first - 1, c.last_seq) as patient_read,
            du.unread as doctor_unread, pu.unread as patient_unread,
          """
          + MessageStore.COLUMNS
          + ", "
          + Interviews.SHOWN_COLUMNS
          + """

          from chat c
          join watermark dw on dw.chat_id = c.id and dw.doctor_side
          join watermark pw on pw.chat_id = c.id and not pw.doctor_side
          cross join lateral (
            select min(u.seq) as first, count(*) as unread from message u
            where u.chat_id = c.id and not u.from_doctor and not u.is_read) du
          cross join lateral (
            select min(u.seq) as first, count(*) as unread from message u
            where u.chat_id = c.id and u.from_doctor and not u.is_read) pu
          left join message m on m.chat_id = c.id and m.seq = c.last_seq
          """
          + Interviews.SHOWN_JOIN;

  private final JdbcClient jdbc;
  private final MessageStore messages;

  ChatStore(JdbcClient jdbc, MessageStore messages) {
    this.jdbc = jdbc;
    this.messages = messages;
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
        .param("now", now.atOffset(ZoneOffset.UTC))
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
        .param("now", now.atOffset(ZoneOffset.UTC))
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
        .param("now", now.atOffset(ZoneOffset.UTC))
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
  record Slot(long seq, Instant at) {}

  /// Takes the next place. The row stays locked until the caller's transaction ends, so places
  /// become visible in their order and one that is given back leaves no gap. The time never runs
  /// backwards in a chat, whichever instance's clock it is.
  Optional<Slot> take(ChatId id, Side from, Instant now) {
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
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, _) -> new Slot(row.getLong("last_seq"), MessageStore.instant(row, "updated_at")))
        .optional();
  }

  Optional<Chat> find(ChatId id) {
    return jdbc.sql("select " + COLUMNS + " from chat c where c.id = :id")
        .param("id", id.value())
        .query(ChatStore::chat)
        .optional();
  }

  List<Chat> find(Collection<ChatId> ids) {
    return jdbc.sql("select " + COLUMNS + " from chat c where c.id = any(cast(:ids as uuid[]))")
        .param("ids", array(ids))
        .query(ChatStore::chat)
        .list();
  }

  /// The chats that a document was sent in.
  List<Chat> withDocument(DocumentId document) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from chat c where exists (
                  select 1 from message m where m.chat_id = c.id and m.document_id = :document)
                order by c.created_at, c.id
                """)
        .param("document", document.value())
        .query(ChatStore::chat)
        .list();
  }

  Optional<Overview> overview(ChatId id) {
    return jdbc.sql(OVERVIEW + " where c.id = :id")
        .param("id", id.value())
        .query(this::row)
        .optional();
  }

  /// Which chats a list is about; what is null does not narrow it.
  ///
  /// @param side of the caller, for `unread`
  /// @param speaker a patient account: only chats of patients for whom it speaks
  /// @param unread only chats with (true) or without (false) unread messages for `side`
  record Wanted(
      @Nullable Side side,
      @Nullable DoctorId doctor,
      @Nullable PatientId patient,
      @Nullable UserId speaker,
      @Nullable Boolean unread) {

    private String where() {
      var where = new StringBuilder(" where true");
      if (doctor != null) {
        where.append(" and c.doctor_id = :doctor");
      }
      if (patient != null) {
        where.append(" and c.patient_id = :patient");
      }
      if (speaker != null) {
        where.append(" and c.patient_id in (").append(CareTeam.PATIENTS_OF_ACCOUNT).append(")");
      }
      if (unread != null) {
        // for an admin, who is no party, nothing is unread
        where
            .append(unread ? " and exists (" : " and not exists (")
            .append(
                "select 1 from message u where u.chat_id = c.id"
                    + " and u.from_doctor = :fromDoctor and not u.is_read and :party)");
      }
      return where.toString();
    }

    private Map<String, Object> parameters() {
      var parameters = new HashMap<String, Object>();
      if (doctor != null) {
        parameters.put("doctor", doctor.value());
      }
      if (patient != null) {
        parameters.put("patient", patient.value());
      }
      if (speaker != null) {
        parameters.put("account", speaker.value());
      }
      if (unread != null) {
        parameters.put("fromDoctor", side == Side.PATIENT);
        parameters.put("party", side != null);
      }
      return parameters;
    }
  }

  /// A place in the order of lists.
  record Place(Instant createdAt, ChatId id) {}

  List<Overview> list(Wanted wanted, @Nullable Place after, int skip, int limit) {
    var sql =
        OVERVIEW
            + wanted.where()
            + (after == null ? "" : " and (c.created_at, c.id) > (:afterTime, :afterId)")
            + " order by c.created_at, c.id offset :skip limit :limit";
    var statement =
        jdbc.sql(sql).params(wanted.parameters()).param("skip", skip).param("limit", limit);
    if (after != null) {
      statement =
          statement
              .param("afterTime", after.createdAt().atOffset(ZoneOffset.UTC))
              .param("afterId", after.id().value());
    }
    return statement.query(this::row).list();
  }

  long count(Wanted wanted) {
    return jdbc.sql("select count(*) from chat c" + wanted.where())
        .params(wanted.parameters())
        .query(Long.class)
        .single();
  }

  static String array(Collection<?> ids) {
    return ids.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
  }

  private Overview row(ResultSet row, int number) throws SQLException {
    return new Overview(
        chat(row, number),
        progress(row, "doctor"),
        progress(row, "patient"),
        row.getObject("id", UUID.class) == null ? null : messages.message(row, number),
        Interviews.shown(row));
  }

  private static Progress progress(ResultSet row, String side) throws SQLException {
    return new Progress(
        row.getLong(side + "_delivered"),
        row.getLong(side + "_read"),
        row.getLong(side + "_unread"));
  }

  private static Chat chat(ResultSet row, int number) throws SQLException {
    var updatedAt = row.getObject("updated_at", OffsetDateTime.class);
    return new Chat(
        new ChatId(MessageStore.uuid(row, "c_id")),
        new DoctorId(MessageStore.uuid(row, "doctor_id")),
        new PatientId(MessageStore.uuid(row, "patient_id")),
        row.getBoolean("is_active_for_doctor"),
        row.getBoolean("is_active_for_patient"),
        row.getBoolean("deactivated"),
        row.getLong("last_seq"),
        row.getLong("version"),
        MessageStore.instant(row, "created_at"),
        updatedAt == null ? null : updatedAt.toInstant());
  }
}
