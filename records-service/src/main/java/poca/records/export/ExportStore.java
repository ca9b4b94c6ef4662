package poca.records.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.contracts.CaseHistoryId;
import poca.contracts.DocumentId;
import poca.contracts.PatientId;
import poca.contracts.ReportId;
import poca.platform.sql.Sql;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads what this service has of a patient, some rows at a time.
@Repository
class ExportStore {

  private static final int AT_ONCE = 50;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ExportStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// One version of a case history, the newest included.
  record CaseHistoryVersion(
      CaseHistoryId caseHistoryId,
      PatientId patientId,
      long version,
      @Nullable String summary,
      @Nullable String aiSummary,
      @Nullable List<String> documents,
      Instant createdAt,
      Instant writtenAt) {}

  /// @param after the last one that was read; null to begin
  List<CaseHistoryVersion> caseHistories(PatientId patient, @Nullable CaseHistoryVersion after) {
    return jdbc.sql(
            """
            select h.id, h.patient_id, v.version, v.summary, v.ai_summary, v.documents,
              h.created_at, v.written_at
            from case_history h join case_history_version v on v.case_history_id = h.id
            where h.patient_id = :patient
              and (h.created_at, h.id, v.version) > (:at, :id, :version)
            order by h.created_at, h.id, v.version limit :limit
            """)
        .param("patient", patient.value())
        .param("at", Sql.time(after == null ? Instant.EPOCH : after.createdAt()))
        .param("id", after == null ? new UUID(0, 0) : after.caseHistoryId().value())
        .param("version", after == null ? 0 : after.version())
        .param("limit", AT_ONCE)
        .query(this::caseHistory)
        .list();
  }

  private CaseHistoryVersion caseHistory(ResultSet row, int number) throws SQLException {
    var documents = row.getString("documents");
    return new CaseHistoryVersion(
        Sql.id(row, "id", CaseHistoryId::new),
        Sql.id(row, "patient_id", PatientId::new),
        row.getLong("version"),
        row.getString("summary"),
        row.getString("ai_summary"),
        documents == null ? null : json.readValue(documents, new TypeReference<List<String>>() {}),
        Sql.time(row, "created_at"),
        Sql.time(row, "written_at"));
  }

  record Report(
      ReportId id,
      PatientId patientId,
      String title,
      @Nullable String description,
      String reportType,
      Instant createdAt,
      @Nullable Instant updatedAt) {}

  List<Report> reports(PatientId patient, @Nullable Report after) {
    return jdbc.sql(
            """
            select id, patient_id, title, description, report_type, created_at, updated_at
            from report where patient_id = :patient and (created_at, id) > (:at, :id)
            order by created_at, id limit :limit
            """)
        .param("patient", patient.value())
        .param("at", Sql.time(after == null ? Instant.EPOCH : after.createdAt()))
        .param("id", after == null ? new UUID(0, 0) : after.id().value())
        .param("limit", AT_ONCE)
        .query((row, _) ->
            new Report(
                Sql.id(row, "id", ReportId::new),
                Sql.id(row, "patient_id", PatientId::new),
                row.getString("title"),
                row.getString("description"),
                row.getString("report_type"),
                Sql.time(row, "created_at"),
                Sql.timeOrNull(row, "updated_at")))
        .list();
  }

  /// A document's place in a case history or a report.
  record Place(
      UUID id,
      DocumentId documentId,
      @Nullable UUID caseHistoryId,
      @Nullable UUID reportId,
      UUID attachedBy,
      String attachedByRole,
      @Nullable String remark,
      Instant createdAt) {}

  List<Place> places(PatientId patient, @Nullable Place after) {
    return jdbc.sql(
            """
            select id, document_id, case_history_id, report_id, attached_by, attached_by_role,
              remark, created_at
            from attachment where patient_id = :patient and (created_at, id) > (:at, :id)
            order by created_at, id limit :limit
            """)
        .param("patient", patient.value())
        .param("at", Sql.time(after == null ? Instant.EPOCH : after.createdAt()))
        .param("id", after == null ? new UUID(0, 0) : after.id())
        .param("limit", AT_ONCE)
        .query((row, _) ->
            new Place(
                row.getObject("id", UUID.class),
                Sql.id(row, "document_id", DocumentId::new),
                row.getObject("case_history_id", UUID.class),
                row.getObject("report_id", UUID.class),
                row.getObject("attached_by", UUID.class),
                row.getString("attached_by_role"),
                row.getString("remark"),
                Sql.time(row, "created_at")))
        .list();
  }

  /// The documents in the patient's record, and those that were sent in the patient's chats.
  List<DocumentId> documents(PatientId patient, @Nullable DocumentId after) {
    return jdbc.sql(
            """
            select id from document d
            where status = 'available' and id > :after and (
              label_patient_id = :patient
              or exists (
                select 1 from attachment a where a.document_id = d.id and a.patient_id = :patient)
              or exists (
                select 1 from chat_document c
                where c.document_id = d.id and c.patient_id = :patient
                  and not exists (select 1 from gone_chat g where g.chat_id = c.chat_id)))
            order by id limit :limit
            """)
        .param("patient", patient.value())
        .param("after", after == null ? new UUID(0, 0) : after.value())
        .param("limit", AT_ONCE)
        .query((row, _) -> Sql.id(row, "id", DocumentId::new))
        .list();
  }
}
