package poca.ai.casehistory;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.contracts.CaseHistoryId;
import poca.contracts.PatientId;
import poca.contracts.fact.RecordFact.CaseHistoryWritten;
import poca.platform.sql.Sql;

/// The case histories whose text has to be made. Times go by the database's clock, which all
/// instances share.
@Repository
class Tasks {

  private final JdbcClient jdbc;

  Tasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param tries how often it was taken, this time included
  record Task(CaseHistoryId caseHistory, PatientId patient, long version, int tries) {}

  /// A newer version takes the place of an older one; what was heard before is passed over.
  void note(CaseHistoryWritten written) {
    jdbc.sql(
            """
            insert into case_history_task as t
              (case_history_id, patient_id, version, due_at, noted_at)
            values (:id, :patient, :version, clock_timestamp(), clock_timestamp())
            on conflict (case_history_id) do update
            set version = excluded.version, tries = 0, due_at = excluded.due_at,
              noted_at = excluded.noted_at
            where t.version < excluded.version
            """)
        .param("id", written.caseHistory().value())
        .param("patient", written.patient().value())
        .param("version", written.version())
        .update();
  }

  /// Takes what is due; who does not end it in time leaves it to somebody else.
  List<Task> take(int most, Duration lease) {
    return jdbc.sql(
            """
            update case_history_task set tries = tries + 1,
              due_at = clock_timestamp() + make_interval(secs => :seconds)
            where case_history_id in (
              select case_history_id from case_history_task where due_at <= clock_timestamp()
              order by due_at limit :most for update skip locked)
            returning case_history_id, patient_id, version, tries
            """)
        .param("seconds", lease.toMillis() / 1000.0)
        .param("most", most)
        .query((row, _) ->
            new Task(
                Sql.id(row, "case_history_id", CaseHistoryId::new),
                Sql.id(row, "patient_id", PatientId::new),
                row.getLong("version"),
                row.getInt("tries")))
        .list();
  }

  /// It is done, or there is nothing to do; a newer version that came meanwhile stays.
  void done(Task task) {
    jdbc.sql("delete from case_history_task where case_history_id = :id and version = :version")
        .param("id", task.caseHistory().value())
        .param("version", task.version())
        .update();
  }

  void again(Task task, Duration pause) {
    jdbc.sql(
            """
            update case_history_task
            set due_at = clock_timestamp() + make_interval(secs => :seconds)
            where case_history_id = :id and version = :version
            """)
        .param("seconds", pause.toMillis() / 1000.0)
        .param("id", task.caseHistory().value())
        .param("version", task.version())
        .update();
  }
}
