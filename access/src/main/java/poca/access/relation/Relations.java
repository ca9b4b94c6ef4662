package poca.access.relation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationKind;

/// This service's copy of the directory's relations, and the question to the directory when the
/// copy has no active row. SQL of the service may join the table `relation` (`kind` as
/// [RelationKind#wire] spells it).
public final class Relations {

  private final JdbcClient jdbc;
  private final JdbcClient apart;
  private final RelationOwner owner;

  /// @param apart statements on a connection and in a transaction of their own. The owner's answer
  ///   must be stored although the caller's transaction may be read-only or roll back, must not
  ///   hold locks until that ends, and must not wait for a second connection of the same pool.
  Relations(JdbcClient jdbc, JdbcClient apart, RelationOwner owner) {
    this.jdbc = jdbc;
    this.apart = apart;
    this.owner = owner;
  }

  /// Whether the relation stands. Without an active row here the owner is asked, so that a relation
  /// counts from the answer to the request that made it.
  ///
  /// @throws poca.platform.web.Refusal 503 if the owner is needed and does not answer
  public boolean active(RelationKind kind, UUID left, UUID right) {
    if (knownActive(kind, left, right)) {
      return true;
    }
    var answer = owner.ask(kind, left, right);
    if (answer.isEmpty()) {
      return false;
    }
    apply(apart, answer.get());
    return find(apart, kind, left, right).map(Relation::active).orElse(false);
  }

  /// Whether the copy has it as active. Asks nobody.
  public boolean knownActive(RelationKind kind, UUID left, UUID right) {
    return find(jdbc, kind, left, right).map(Relation::active).orElse(false);
  }

  /// The active relations' right sides, for lists; may lag by a second.
  public List<UUID> rights(RelationKind kind, UUID left) {
    return jdbc.sql(
            """
            select right_id from relation
            where kind = :kind and left_id = :left and active order by right_id
            """)
        .param("kind", kind.wire())
        .param("left", left)
        .query(UUID.class)
        .list();
  }

  /// The active relations' left sides, for lists; may lag by a second.
  public List<UUID> lefts(RelationKind kind, UUID right) {
    return jdbc.sql(
            """
            select left_id from relation
            where kind = :kind and right_id = :right and active order by left_id
            """)
        .param("kind", kind.wire())
        .param("right", right)
        .query(UUID.class)
        .list();
  }

  /// Takes over what is newer than the copy; an ending is kept as a row.
  ///
  /// @return whether the copy changed
  public boolean apply(Relation relation) {
    return apply(jdbc, relation);
  }

  private static boolean apply(JdbcClient jdbc, Relation relation) {
    return jdbc.sql(
                """
                insert into relation (kind, left_id, right_id, active, version)
                values (:kind, :left, :right, :active, :version)
                on conflict (kind, left_id, right_id) do update
                  set active = excluded.active, version = excluded.version
                  where relation.version < excluded.version
                """)
            .param("kind", relation.kind().wire())
            .param("left", relation.left())
            .param("right", relation.right())
            .param("active", relation.active())
            .param("version", relation.version())
            .update()
        == 1;
  }

  private static Optional<Relation> find(
      JdbcClient jdbc, RelationKind kind, UUID left, UUID right) {
    return jdbc.sql(
            """
            select active, version from relation
            where kind = :kind and left_id = :left and right_id = :right
            """)
        .param("kind", kind.wire())
        .param("left", left)
        .param("right", right)
        .query((row, _) ->
            new Relation(kind, left, right, row.getBoolean("active"), row.getLong("version")))
        .optional();
  }
}
