package poca.chat.live;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.chat.careteam.Side;
import poca.contracts.ChatId;
import poca.platform.sql.Sql;

/// Reads how far both sides of chats have come.
@Component
class Receipts {

  private final JdbcClient jdbc;

  Receipts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param deliveredSeq highest seq handed to the side
  /// @param readSeq highest seq up to which nothing addressed to the side is unread
  record Receipt(Side side, long deliveredSeq, long readSeq) {}

  /// In one statement; a chat that is gone has none.
  Map<ChatId, List<Receipt>> of(Collection<ChatId> chats) {
    return jdbc
        .sql(
            """
            select c.id, w.doctor_side, w.delivered_seq, coalesce(
              (select min(u.seq) - 1 from message u
               where u.chat_id = c.id and u.from_doctor <> w.doctor_side and not u.is_read),
              c.last_seq) as read_seq
            from chat c join watermark w on w.chat_id = c.id
            where c.id = any(cast(:chats as uuid[])) order by w.doctor_side desc
            """)
        .param("chats", Sql.array(chats))
        .query((row, _) ->
            Map.entry(
                Sql.id(row, "id", ChatId::new),
                new Receipt(
                    Side.doctorIf(row.getBoolean("doctor_side")),
                    row.getLong("delivered_seq"),
                    row.getLong("read_seq"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
