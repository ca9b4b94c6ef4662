package poca.chat.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.relation.CareTeam;
import poca.access.security.Caller;
import poca.chat.chat.ChatStore;
import poca.contracts.AccessBasis;
import poca.contracts.ChatId;
import poca.platform.sql.Sql;
import poca.platform.web.Page;
import poca.platform.web.Paging;

/// Finds messages by their words in the caller's own chats; admins and hospitals have none
/// (contract 9.2). Nothing is handed over by it: who finds a message has not read up to there.
@Service
class MessageSearch {

  private final JdbcClient jdbc;
  private final MessageStore messages;
  private final Audit audit;

  MessageSearch(JdbcClient jdbc, MessageStore messages, Audit audit) {
    this.jdbc = jdbc;
    this.messages = messages;
    this.audit = audit;
  }

  /// Newest first.
  ///
  /// @param words each must be there, or its beginning
  /// @param chat null for all
  /// @throws poca.platform.web.Refusal 422 for a cursor of another list
  Page<Message> find(Caller caller, String words, @Nullable ChatId chat, Paging paging) {
    var list = "search:%s:%s:%s".formatted(caller.user(), chat, words);
    var after = paging.afterPlace(list).orElse(null);
    audit.granted(caller, AuditedAction.list("message"), AccessBasis.ROLE);
    var own = ownChats(caller);
    if (own == null) {
      return new Page<>(List.of(), 0L, null);
    }
    var parameters = new HashMap<String, @Nullable Object>();
    parameters.put("account", caller.user().value());
    parameters.put("words", words);
    var found =
        " from message m join chat c on c.id = m.chat_id where "
            + own
            + " and message_words(m.body) @@ (select message_query(:words))";
    if (chat != null) {
      found += " and m.chat_id = :chat";
      parameters.put("chat", chat.value());
    }
    var rows = rows(found, parameters, after, paging);
    var counted = found;
    return paging.countedPage(
        list,
        rows,
        message -> List.of(message.timestamp(), message.id()),
        () -> count(counted, parameters));
  }

  /// Null if the caller can have none.
  private static @Nullable String ownChats(Caller caller) {
    return switch (caller.role()) {
      case DOCTOR -> "c.doctor_id = :account";
      case PATIENT -> "c.patient_id in (" + CareTeam.PATIENTS_OF_ACCOUNT + ")";
      case ADMIN, HOSPITAL -> null;
    };
  }

  private List<Message> rows(
      String found,
      Map<String, @Nullable Object> parameters,
      Paging.@Nullable Place after,
      Paging paging) {
    var statement =
        jdbc.sql(
                "select "
                    + ChatStore.COLUMNS
                    + ", "
                    + MessageStore.COLUMNS
                    + found
                    + (after == null ? "" : " and (m.sent_at, m.id) < (:afterTime, :afterId)")
                    + " order by m.sent_at desc, m.id desc offset :skip limit :limit")
            .params(parameters)
            .param("skip", paging.skip())
            .param("limit", paging.oneMore());
    if (after != null) {
      statement = statement.param("afterTime", Sql.time(after.at())).param("afterId", after.id());
    }
    return statement
        .query((row, number) -> messages.message(row, ChatStore.chat(row, number)))
        .list();
  }

  private long count(String found, Map<String, @Nullable Object> parameters) {
    return jdbc.sql("select count(*)" + found).params(parameters).query(Long.class).single();
  }
}
