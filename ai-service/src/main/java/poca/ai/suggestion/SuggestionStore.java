package poca.ai.suggestion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.access.relation.CareTeam;
import poca.contracts.DoctorId;
import poca.contracts.SuggestionId;
import poca.contracts.UserId;
import poca.platform.sql.Sql;

/// The table of suggestions.
@Component
class SuggestionStore {

  private final JdbcClient jdbc;

  SuggestionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Whose suggestions a list shows.
  sealed interface Shown {
    record All() implements Shown {}

    record OfDoctor(DoctorId doctor) implements Shown {}

    /// of the doctors who treat a patient for whom the account speaks
    record ForAccount(UserId account) implements Shown {}
  }

  void insert(Suggestion suggestion) {
    jdbc.sql(
            """
            insert into suggestion (id, doctor_id, problem, description, created_at)
            values (:id, :doctor, :problem, :description, :at)
            """)
        .param("id", suggestion.id().value())
        .param("doctor", suggestion.doctor().value())
        .param("problem", suggestion.problem())
        .param("description", suggestion.description())
        .param("at", Sql.time(suggestion.createdAt()))
        .update();
  }

  Optional<Suggestion> find(SuggestionId id) {
    return jdbc.sql("select * from suggestion where id = :id")
        .param("id", id.value())
        .query(SuggestionStore::row)
        .optional();
  }

  /// Holds the row until the transaction ends.
  Optional<Suggestion> lock(SuggestionId id) {
    return jdbc.sql("select * from suggestion where id = :id for update")
        .param("id", id.value())
        .query(SuggestionStore::row)
        .optional();
  }

  void update(Suggestion suggestion) {
    jdbc.sql(
            """
            update suggestion set problem = :problem, description = :description,
              feedback = :feedback, feedback_at = :feedback_at, updated_at = :updated_at
            where id = :id
            """)
        .param("id", suggestion.id().value())
        .param("problem", suggestion.problem())
        .param("description", suggestion.description())
        .param("feedback", suggestion.feedback())
        .param("feedback_at", Sql.timeOrNull(suggestion.feedbackAt()))
        .param("updated_at", Sql.timeOrNull(suggestion.updatedAt()))
        .update();
  }

  /// @return false if it was gone already
  boolean delete(SuggestionId id) {
    return jdbc.sql("delete from suggestion where id = :id").param("id", id.value()).update() == 1;
  }

  List<Suggestion> list(Shown shown, int skip, int limit) {
    return shown(
            "select * from suggestion where %s order by created_at, id offset :skip limit :limit",
            shown)
        .param("skip", skip)
        .param("limit", limit)
        .query(SuggestionStore::row)
        .list();
  }

  long count(Shown shown) {
    return shown("select count(*) from suggestion where %s", shown).query(Long.class).single();
  }

  private JdbcClient.StatementSpec shown(String select, Shown shown) {
    return switch (shown) {
      case Shown.All() -> jdbc.sql(select.formatted("true"));
      case Shown.OfDoctor(var doctor) ->
          jdbc.sql(select.formatted("doctor_id = :doctor")).param("doctor", doctor.value());
      case Shown.ForAccount(var account) ->
          jdbc.sql(
                  select.formatted(
                      """
                      doctor_id in (select left_id from relation where kind = 'treats' and active
                        and right_id in (%s))\
                      """
                          .formatted(CareTeam.PATIENTS_OF_ACCOUNT)))
              .param("account", account.value());
    };
  }

  private static Suggestion row(ResultSet row, int n) throws SQLException {
    return new Suggestion(
        Sql.id(row, "id", SuggestionId::new),
        Sql.id(row, "doctor_id", DoctorId::new),
        row.getString("problem"),
        row.getString("description"),
        row.getString("feedback"),
        Sql.timeOrNull(row, "feedback_at"),
        Sql.time(row, "created_at"),
        Sql.timeOrNull(row, "updated_at"));
  }
}
