package poca.chat.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.access.relation.CareTeam;
import poca.chat.assistant.Interviews;
import poca.chat.careteam.Side;
import poca.chat.chat.Chat;
import poca.chat.chat.ChatStore;
import poca.chat.message.MessageStore;
import poca.chat.overview.ChatOverview.Progress;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.platform.sql.Sql;
import poca.platform.web.Paging;

/// Reads chats together with their messages and interviews. Who may see which is part of the SQL of
/// its lists.
@Repository
class OverviewStore {

  /// One statement for any number of chats, each part by an index: what is unread by the partial
  /// one, the newest message by its place.
  private static final String OVERVIEW =
      "select "
          + ChatStore.COLUMNS
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

  OverviewStore(JdbcClient jdbc, MessageStore messages) {
    this.jdbc = jdbc;
    this.messages = messages;
  }

  Optional<ChatOverview> find(ChatId id) {
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
  record ChatFilter(
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
  record ChatCursor(Instant createdAt, ChatId id) {

    static ChatCursor of(Chat chat) {
      return new ChatCursor(chat.createdAt(), chat.id());
    }

    /// @throws poca.platform.web.Refusal 422 for what are no such keys
    static ChatCursor of(List<String> keys) {
      try {
        return new ChatCursor(
            Instant.ofEpochMilli(Long.parseLong(keys.get(0))), ChatId.of(keys.get(1)));
      } catch (IllegalArgumentException | DateTimeException notOurs) {
        throw Paging.badCursor();
      }
    }

    List<?> keys() {
      return List.of(createdAt.toEpochMilli(), id);
    }
  }

  List<ChatOverview> list(ChatFilter chatFilter, @Nullable ChatCursor after, int skip, int limit) {
    var sql =
        OVERVIEW
            + chatFilter.where()
            + (after == null ? "" : " and (c.created_at, c.id) > (:afterTime, :afterId)")
            + " order by c.created_at, c.id offset :skip limit :limit";
    var statement =
        jdbc.sql(sql).params(chatFilter.parameters()).param("skip", skip).param("limit", limit);
    if (after != null) {
      statement =
          statement
              .param("afterTime", Sql.time(after.createdAt()))
              .param("afterId", after.id().value());
    }
    return statement.query(this::row).list();
  }

  long count(ChatFilter chatFilter) {
    return jdbc.sql("select count(*) from chat c" + chatFilter.where())
        .params(chatFilter.parameters())
        .query(Long.class)
        .single();
  }

  private ChatOverview row(ResultSet row, int number) throws SQLException {
    var chat = ChatStore.chat(row, number);
    return new ChatOverview(
        chat,
        progress(row, "doctor"),
        progress(row, "patient"),
        row.getObject("id", UUID.class) == null ? null : messages.message(row, chat),
        Interviews.shown(row));
  }

  private static Progress progress(ResultSet row, String side) throws SQLException {
    return new Progress(
        row.getLong(side + "_delivered"),
        row.getLong(side + "_read"),
        row.getLong(side + "_unread"));
  }
}
