package poca.records.casehistory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.contracts.CaseHistoryId;
import poca.contracts.PatientId;
import poca.platform.sql.Sql;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of case histories.
@Repository
class CaseHistoryStore {

  private static final String NEWEST =
      "select * from case_history where patient_id = :patient order by created_at desc, id desc limit 1";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  CaseHistoryStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<CaseHistory> newest(PatientId patient) {
    return jdbc.sql(NEWEST).param("patient", patient.value()).query(this::read).optional();
  }

  Optional<CaseHistory> find(PatientId patient, CaseHistoryId id) {
    return jdbc.sql("select * from case_history where id = :id and patient_id = :patient")
        .param("id", id.value())
        .param("patient", patient.value())
        .query(this::read)
        .optional();
  }

  Optional<CaseHistory> find(CaseHistoryId id) {
    return jdbc.sql("select * from case_history where id = :id")
        .param("id", id.value())
        .query(this::read)
        .optional();
  }

  /// Keeps the text that was made from this version, and from no other. It is no change of the case
  /// history: neither its version nor the time of its update is touched.
  ///
  /// @return whether it is this version still
  boolean keepAiSummary(CaseHistoryId id, long version, String text) {
    return jdbc.sql(
                "update case_history set ai_summary = :text where id = :id and version = :version")
            .param("id", id.value())
            .param("version", version)
            .param("text", text)
            .update()
        == 1;
  }

  /// Locks it until the transaction ends.
  CaseHistory lock(CaseHistoryId id) {
    return jdbc.sql("select * from case_history where id = :id for update")
        .param("id", id.value())
        .query(this::read)
        .single();
  }

  /// Whoever makes a first case history for the patient waits here for the others.
  void lockPatient(PatientId patient) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:patient, 1))")
        .param("patient", patient.toString())
        .query((_, _) -> true)
        .single();
  }

  void insert(CaseHistory history) {
    jdbc.sql(
            """
            insert into case_history (id, patient_id, summary, documents, created_at)
            values (:id, :patient, :summary, :documents, :at)
            """)
        .param("id", history.id().value())
        .param("patient", history.patient().value())
        .param("summary", history.summary())
        .param("documents", text(history.documents()))
        .param("at", Sql.time(history.createdAt()))
        .update();
  }

  /// What was made from it before says nothing of it any more.
  ///
  /// @return the changed row
  CaseHistory update(
      CaseHistoryId id, @Nullable String summary, @Nullable List<String> documents, Instant now) {
    return jdbc.sql(
            """
            update case_history
            set summary = :summary, documents = :documents, ai_summary = null, updated_at = :now,
              version = version + 1
            where id = :id
            returning *
            """)
        .param("id", id.value())
        .param("summary", summary)
        .param("documents", text(documents))
        .param("now", Sql.time(now))
        .query(this::read)
        .single();
  }

  private @Nullable String text(@Nullable List<String> documents) {
    return documents == null ? null : json.writeValueAsString(documents);
  }

  private CaseHistory read(ResultSet row, int number) throws SQLException {
    var documents = row.getString("documents");
    return new CaseHistory(
        Sql.id(row, "id", CaseHistoryId::new),
        Sql.id(row, "patient_id", PatientId::new),
        row.getString("summary"),
        row.getString("ai_summary"),
        documents == null ? null : json.readValue(documents, new TypeReference<List<String>>() {}),
        row.getLong("version"),
        Sql.time(row, "created_at"),
        Sql.timeOrNull(row, "updated_at"));
  }
}
