package poca.ai.worklist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.access.relation.CareTeam;
import poca.contracts.AiSessionId;
import poca.contracts.DoctorId;
import poca.contracts.UserId;
import poca.platform.sql.Sql;

/// Finds sessions in the order of the work. Who may see which is part of the SQL.
@Repository
class WorklistStore {

  private static final String ORDER = " order by s.place, s.waits_since, s.id";

  private final JdbcClient jdbc;

  WorklistStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Whose sessions are seen.
  sealed interface Scope {
    record All() implements Scope {}

    record OfDoctor(DoctorId doctor) implements Scope {}

    /// Of everybody for whom this patient account speaks.
    record SpokenFor(UserId account) implements Scope {}
  }

  /// A statement and its parameters.
  record Query(String sql, Map<String, Object> parameters) {}

  /// In order, from behind a place.
  List<WorklistCursor> page(
      Scope scope, WorklistFilter filter, @Nullable WorklistCursor after, int skip, int limit) {
    var query = pageQuery(scope, filter, after, skip, limit);
    return jdbc.sql(query.sql())
        .params(query.parameters())
        .query((row, _) ->
            new WorklistCursor(
                row.getInt("place"),
                Sql.time(row, "waits_since"),
                Sql.id(row, "id", AiSessionId::new)))
        .list();
  }

  /// Each patient's sessions have an index of their own: of an account that speaks for several the
  /// first of each are taken, not all of all sorted.
  static Query pageQuery(
      Scope scope, WorklistFilter filter, @Nullable WorklistCursor after, int skip, int limit) {
    var parameters = new HashMap<>(filter.parameters());
    var conditions = new ArrayList<>(filter.conditions());
    if (after != null) {
      conditions.add("(s.place, s.waits_since, s.id) > (:rank, :since, :id)");
      parameters.put("rank", after.rank());
      parameters.put("since", Sql.time(after.since()));
      parameters.put("id", after.id().value());
    }
    parameters.put("skip", skip);
    parameters.put("limit", limit);
    var perPatient = scope instanceof Scope.SpokenFor && filter.patient() == null;
    if (perPatient) {
      conditions.add("s.patient_id = p.patient_id");
    } else {
      restrict(scope, conditions);
    }
    addParameters(scope, parameters);
    var columns = "select s.id, s.place, s.waits_since from ";
    var sessions = columns + "ai_session s" + where(conditions) + ORDER;
    var sql =
        perPatient
            ? columns
                + "(select distinct patient_id from ("
                + CareTeam.PATIENTS_OF_ACCOUNT
                + ") spoken_for (patient_id)) p cross join lateral ("
                + sessions
                + " limit :skip + :limit) s"
                + ORDER
            : sessions;
    return new Query(sql + " offset :skip limit :limit", parameters);
  }

  long count(Scope scope, WorklistFilter filter) {
    var parameters = new HashMap<>(filter.parameters());
    var conditions = new ArrayList<>(filter.conditions());
    restrict(scope, conditions);
    addParameters(scope, parameters);
    return jdbc.sql("select count(*) from ai_session s" + where(conditions))
        .params(parameters)
        .query(Long.class)
        .single();
  }

  private static void restrict(Scope scope, List<String> conditions) {
    switch (scope) {
      case Scope.All _ -> {}
      case Scope.OfDoctor _ -> conditions.add("s.doctor_id = :doctor");
      case Scope.SpokenFor _ ->
          conditions.add("s.patient_id in (" + CareTeam.PATIENTS_OF_ACCOUNT + ")");
    }
  }

  private static void addParameters(Scope scope, Map<String, Object> parameters) {
    switch (scope) {
      case Scope.All _ -> {}
      case Scope.OfDoctor(var doctor) -> parameters.put("doctor", doctor.value());
      case Scope.SpokenFor(var account) -> parameters.put("account", account.value());
    }
  }

  private static String where(List<String> conditions) {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }
}
