package poca.records.attachment;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.access.security.Caller;
import poca.contracts.DocumentId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.Uuids;
import poca.contracts.fact.RecordFact;
import poca.contracts.fact.RecordFact.DocumentAttached;
import poca.platform.IdSource;
import poca.platform.event.Outbox;
import poca.platform.sql.Sql;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;
import poca.records.document.Documents;

/// Puts documents into case histories and reports, once each, and lists what is there. Whoever
/// calls has locked the entry.
@Component
public class Attachments {

  /// Documents of one case history or report.
  public static final int MOST = 200;

  private static final String SELECT =
      """
      select a.id, a.document_id, coalesce(a.case_history_id, a.report_id) as entry, d.file_name,
        d.size, a.attached_by, a.attached_by_role, a.remark, d.created_at as uploaded_at,
        a.created_at
      from attachment a join document d on d.id = a.document_id
      """;

  private final JdbcClient jdbc;
  private final Documents documents;
  private final Outbox outbox;
  private final IdSource ids;
  private final Clock clock;

  Attachments(JdbcClient jdbc, Documents documents, Outbox outbox, IdSource ids, Clock clock) {
    this.jdbc = jdbc;
    this.documents = documents;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /// @param total all matches; null when a cursor was used
  public record Page(
      List<Attachment> attachments, @Nullable Long total, @Nullable String nextCursor) {}

  /// What is there already stays as it is.
  ///
  /// @throws Refusal 400 if the entry has too many, 404 if the document is gone meanwhile
  @Transactional(propagation = Propagation.MANDATORY)
  public Attachment attach(
      AttachedTo attachedTo,
      UUID entry,
      PatientId patient,
      DocumentId document,
      Caller by,
      @Nullable String remark) {
    if (documents.lock(List.of(document)).isEmpty()) {
      throw Refusal.notFound("Document");
    }
    put(attachedTo, entry, patient, document, by, remark);
    return jdbc.sql(
            SELECT
                + "where a.%s = :entry and a.document_id = :document"
                    .formatted(attachedTo.column()))
        .param("entry", entry)
        .param("document", document.value())
        .query(Attachments::attachment)
        .single();
  }

  /// Makes these the documents of the entry: what is there already stays as it is, what is not
  /// among them is taken out, what is gone meanwhile is passed over.
  ///
  /// @throws Refusal 400 if there are too many
  @Transactional(propagation = Propagation.MANDATORY)
  public void replace(
      AttachedTo attachedTo,
      UUID entry,
      PatientId patient,
      Collection<DocumentId> wanted,
      Caller by) {
    var others =
        of(attachedTo, List.of(entry)).getOrDefault(entry, List.of()).stream()
            .filter(attachment -> !wanted.contains(attachment.document()))
            .toList();
    // all at once: two who took them one by one, each in its order, would wait for each other
    var there =
        documents.lock(
            Stream.concat(wanted.stream(), others.stream().map(Attachment::document)).toList());
    for (var attachment : others) {
      jdbc.sql("delete from attachment where id = :id").param("id", attachment.id()).update();
      documents.unfile(attachment.document(), entry);
    }
    for (var document : wanted) {
      if (there.contains(document)) {
        put(attachedTo, entry, patient, document, by, null);
      }
    }
  }

  private void put(
      AttachedTo attachedTo,
      UUID entry,
      PatientId patient,
      DocumentId document,
      Caller by,
      @Nullable String remark) {
    var added =
        jdbc.sql(
                """
                insert into attachment (id, document_id, patient_id, %s, attached_by,
                  attached_by_role, remark, created_at)
                values (:id, :document, :patient, :entry, :by, :role, :remark, :now)
                on conflict (%s, document_id) do nothing
                """
                    .formatted(attachedTo.column(), attachedTo.column()))
            .param("id", ids.next())
            .param("document", document.value())
            .param("patient", patient.value())
            .param("entry", entry)
            .param("by", by.user().value())
            .param("role", by.role().wire())
            .param("remark", remark)
            .param("now", Sql.time(clock.instant()))
            .update();
    if (added == 1) {
      if (count("a." + attachedTo.column() + " = :of", entry) > MOST) {
        throw Refusal.breaksRule("At most " + MOST + " documents can be attached");
      }
      documents.file(document, attachedTo.type(), entry);
      outbox.append(RecordFact.TOPIC, new DocumentAttached(patient, document));
    }
  }

  /// By entry, in the order of their making.
  public Map<UUID, List<Attachment>> of(AttachedTo attachedTo, Collection<UUID> entries) {
    return entries.isEmpty()
        ? Map.of()
        : jdbc
            .sql(
                SELECT
                    + "where a.%s in (:entries) order by a.created_at, a.id"
                        .formatted(attachedTo.column()))
            .param("entries", entries)
            .query(Attachments::attachment)
            .list()
            .stream()
            .collect(groupingBy(Attachment::entry));
  }

  public Page page(AttachedTo attachedTo, UUID entry, Paging paging) {
    return page("documents:" + entry, "a." + attachedTo.column() + " = :of", entry, paging);
  }

  /// What is in any of the patient's case histories.
  public Page inCaseHistoriesOf(PatientId patient, Paging paging) {
    return page(
        "documents:of:" + patient,
        "a.patient_id = :of and a.case_history_id is not null",
        patient.value(),
        paging);
  }

  private Page page(String list, String condition, UUID of, Paging paging) {
    var after = paging.after(list, 2);
    var sql =
        SELECT
            + "where "
            + condition
            + (after.isPresent() ? " and (a.created_at, a.id) > (:at, :id)" : "")
            + " order by a.created_at, a.id offset :skip limit :limit";
    var query =
        jdbc.sql(sql)
            .param("of", of)
            .param("skip", paging.skip())
            .param("limit", paging.limit() + 1);
    if (after.isPresent()) {
      query =
          query
              .param("at", Sql.time(Paging.timeOf(after.get().get(0))))
              .param("id", id(after.get().get(1)));
    }
    var found = query.query(Attachments::attachment).list();
    var shown = found.subList(0, Math.min(found.size(), paging.limit()));
    return new Page(
        List.copyOf(shown),
        after.isPresent() ? null : count(condition, of),
        found.size() > shown.size()
            ? Paging.cursorOf(list, shown.getLast().createdAt(), shown.getLast().id())
            : null);
  }

  private long count(String condition, UUID of) {
    return jdbc.sql("select count(*) from attachment a where " + condition)
        .param("of", of)
        .query(Long.class)
        .single();
  }

  private static UUID id(String key) {
    try {
      return Uuids.parse(key);
    } catch (IllegalArgumentException notOurs) {
      throw Paging.badCursor();
    }
  }

  private static Attachment attachment(ResultSet row, int number) throws SQLException {
    return new Attachment(
        row.getObject("id", UUID.class),
        Sql.id(row, "document_id", DocumentId::new),
        row.getObject("entry", UUID.class),
        row.getString("file_name"),
        row.getLong("size"),
        Sql.id(row, "attached_by", UserId::new),
        Role.ofWire(row.getString("attached_by_role")),
        row.getString("remark"),
        Sql.time(row, "uploaded_at"),
        Sql.time(row, "created_at"));
  }
}
