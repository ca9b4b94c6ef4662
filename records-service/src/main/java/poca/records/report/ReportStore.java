package poca.records.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.contracts.PatientId;
import poca.contracts.ReportId;
import poca.platform.sql.Sql;

/// The rows of reports.
@Repository
class ReportStore {

  private final JdbcClient jdbc;

  ReportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Report> find(PatientId patient, ReportId id) {
    return jdbc.sql("select * from report where id = :id and patient_id = :patient")
        .param("id", id.value())
        .param("patient", patient.value())
        .query(ReportStore::read)
        .optional();
  }

  /// In the order of their making.
  List<Report> page(PatientId patient, int skip, int limit) {
    return jdbc.sql(
            """
            select * from report where patient_id = :patient
            order by created_at, id offset :skip limit :limit
            """)
        .param("patient", patient.value())
        .param("skip", skip)
        .param("limit", limit)
        .query(ReportStore::read)
        .list();
  }

  long count(PatientId patient) {
    return jdbc.sql("select count(*) from report where patient_id = :patient")
        .param("patient", patient.value())
        .query(Long.class)
        .single();
  }

  void insert(Report report) {
    jdbc.sql(
            """
            insert into report (id, patient_id, title, description, report_type, created_at)
            values (:id, :patient, :title, :description, :type, :at)
            """)
        .param("id", report.id().value())
        .param("patient", report.patient().value())
        .param("title", report.title())
        .param("description", report.description())
        .param("type", report.type().wire())
        .param("at", Sql.time(report.createdAt()))
        .update();
  }

  /// Changes what is not null, and locks it until the transaction ends.
  ///
  /// @return the changed row
  Report update(
      ReportId id,
      @Nullable String title,
      @Nullable String description,
      @Nullable ReportType type,
      Instant now) {
    return jdbc.sql(
            """
            update report
            set title = coalesce(:title, title), description = coalesce(:description, description),
              report_type = coalesce(:type, report_type), updated_at = :now, version = version + 1
            where id = :id
            returning *
            """)
        .param("id", id.value())
        .param("title", title)
        .param("description", description)
        .param("type", type == null ? null : type.wire())
        .param("now", Sql.time(now))
        .query(ReportStore::read)
        .single();
  }

  private static Report read(ResultSet row, int number) throws SQLException {
    return new Report(
        Sql.id(row, "id", ReportId::new),
        Sql.id(row, "patient_id", PatientId::new),
        row.getString("title"),
        row.getString("description"),
        ReportType.ofWire(row.getString("report_type")),
        row.getLong("version"),
        Sql.time(row, "created_at"),
        Sql.timeOrNull(row, "updated_at"));
  }
}
