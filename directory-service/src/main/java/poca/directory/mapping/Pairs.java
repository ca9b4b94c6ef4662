package poca.directory.mapping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.contracts.MappingId;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.RelationChanged;
import poca.platform.IdSource;
import poca.platform.event.Outbox;
import poca.platform.sql.Sql;

/// Begins, changes and ends what joins two parties: the row first, then its fact. The database
/// settles who was first.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Pairs {

  private static final String ROW =
      "t.id, t.{left} as left_id, t.{right} as right_id, {relation} as relation, t.active, t.version,"
          + " t.created_at, t.updated_at";

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final IdSource ids;
  private final Clock clock;

  Pairs(JdbcClient jdbc, Outbox outbox, IdSource ids, Clock clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /// Joins the pair: a new row, or the ended one anew with a higher version.
  ///
  /// @param relation of an account and a patient, else null
  /// @return empty if it is joined already
  Optional<Pair> begin(Pairing pairing, UUID left, UUID right, @Nullable RelationType relation) {
    var template =
        pairing == Pairing.USER_PATIENT
            ? """
            insert into {table} as t
              (id, {left}, {right}, relation, active, version, created_at)
            values (:id, :left, :right, :relation, true, 1, :now)
            on conflict ({left}, {right}) do update
              set id = excluded.id, relation = excluded.relation, active = true,
                version = t.version + 1, created_at = excluded.created_at, updated_at = null
              where not t.active
            returning
            """
            : """
            insert into {table} as t (id, {left}, {right}, active, version, created_at)
            values (:id, :left, :right, true, 1, :now)
            on conflict ({left}, {right}) do update
              set id = excluded.id, active = true,
                version = t.version + 1, created_at = excluded.created_at, updated_at = null
              where not t.active
            returning
            """;
    var pair =
        statement(pairing, template + ROW)
            .param("id", ids.next())
            .param("left", left)
            .param("right", right)
            .param("relation", relation == null ? null : relation.wire())
            .query((row, _) -> pair(row))
            .optional();
    pair.ifPresent(began -> tell(pairing, began));
    return pair;
  }

  /// Calls an active relation something else.
  Optional<Pair> rename(MappingId id, RelationType relation) {
    var pair =
        statement(
                Pairing.USER_PATIENT,
                """
                update {table} t
                set relation = :relation, version = t.version + 1, updated_at = :now
                where id = :id and active
                returning
                """
                    + ROW)
            .param("id", id.value())
            .param("relation", relation.wire())
            .query((row, _) -> pair(row))
            .optional();
    pair.ifPresent(renamed -> tell(Pairing.USER_PATIENT, renamed));
    return pair;
  }

  /// @return empty if no active pair has this id
  Optional<Pair> end(Pairing pairing, MappingId id) {
    return end(pairing, "t.id = :id", Map.of("id", id.value())).stream().findFirst();
  }

  Optional<Pair> end(Pairing pairing, UUID left, UUID right) {
    return end(
            pairing,
            "t.{left} = :left and t.{right} = :right",
            Map.of("left", left, "right", right))
        .stream()
        .findFirst();
  }

  /// Ends all pairs with this party on either side.
  void endAllOf(UUID party) {
    for (var pairing : Pairing.values()) {
      end(pairing, "(t.{left} = :party or t.{right} = :party)", Map.of("party", party));
    }
  }

  /// Rows are locked in the order of their pairs: two that end some of the same at once cannot
  /// deadlock.
  private List<Pair> end(Pairing pairing, String condition, Map<String, ?> params) {
    var ended =
        statement(
                pairing,
                """
                with ending as (
                  select t.{left} as l, t.{right} as r from {table} t where t.active and
                """
                    + condition
                    + """

                      order by t.{left}, t.{right} for update
                    )
                    update {table} t
                    set active = false, version = t.version + 1, updated_at = :now
                    from ending where t.{left} = ending.l and t.{right} = ending.r and t.active
                    returning
                    """
                    + ROW)
            .params(params)
            .query((row, _) -> pair(row))
            .list();
    ended.forEach(pair -> tell(pairing, pair));
    return ended;
  }

  /// The pair as it stands, ended ones included.
  @Transactional(propagation = Propagation.SUPPORTS)
  Optional<Pair> find(Pairing pairing, UUID left, UUID right) {
    return statement(
            pairing,
            "select " + ROW + " from {table} t where t.{left} = :left and t.{right} = :right")
        .param("left", left)
        .param("right", right)
        .query((row, _) -> pair(row))
        .optional();
  }

  /// The active pair with this id.
  @Transactional(propagation = Propagation.SUPPORTS)
  Optional<Pair> find(Pairing pairing, MappingId id) {
    return statement(pairing, "select " + ROW + " from {table} t where t.id = :id and t.active")
        .param("id", id.value())
        .query((row, _) -> pair(row))
        .optional();
  }

  /// Active pairs in the contract's order.
  ///
  /// @param condition on `t`, from this package only
  @Transactional(propagation = Propagation.SUPPORTS)
  List<Pair> page(Pairing pairing, String condition, UUID of, int skip, int limit) {
    return statement(
            pairing,
            "select "
                + ROW
                + " from {table} t where t.active and "
                + condition
                + " order by t.created_at, t.id limit :limit offset :skip")
        .param("of", of)
        .param("skip", skip)
        .param("limit", limit)
        .query((row, _) -> pair(row))
        .list();
  }

  @Transactional(propagation = Propagation.SUPPORTS)
  long count(Pairing pairing, String condition, UUID of) {
    return statement(pairing, "select count(*) from {table} t where t.active and " + condition)
        .param("of", of)
        .query(Long.class)
        .single();
  }

  private void tell(Pairing pairing, Pair pair) {
    outbox.append(RelationFact.TOPIC, new RelationChanged(pairing.relation(pair), null));
  }

  private JdbcClient.StatementSpec statement(Pairing pairing, String template) {
    return jdbc.sql(pairing.sql(template)).param("now", Sql.time(clock.instant()));
  }

  private static Pair pair(ResultSet row) throws SQLException {
    var relation = row.getString("relation");
    return new Pair(
        Sql.id(row, "id", MappingId::new),
        row.getObject("left_id", UUID.class),
        row.getObject("right_id", UUID.class),
        relation == null ? null : RelationType.ofWire(relation),
        row.getBoolean("active"),
        row.getLong("version"),
        Sql.time(row, "created_at"),
        Sql.timeOrNull(row, "updated_at"));
  }
}
