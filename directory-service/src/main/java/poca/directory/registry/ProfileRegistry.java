package poca.directory.registry;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationChanged;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.platform.event.Outbox;
import poca.platform.sql.Sql;
import poca.platform.web.Refusal;

/// Knows which profiles exist and which did; whoever joins something to a profile holds its row
/// here, so that a deletion that runs at the same time sees what was joined.
@Component
public class ProfileRegistry {

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Clock clock;

  ProfileRegistry(JdbcClient jdbc, Outbox outbox, Clock clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// What a profile is of.
  public enum Kind {
    DOCTOR("Doctor", RelationKind.DOCTOR),
    PATIENT("Patient", RelationKind.PATIENT),
    HOSPITAL("Hospital", RelationKind.HOSPITAL);

    private final String title;
    private final RelationKind existence;

    Kind(String title, RelationKind existence) {
      this.title = title;
      this.existence = existence;
    }

    public String wire() {
      return existence.wire();
    }

    static Kind ofWire(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }

    public Refusal notFound() {
      return Refusal.notFound(title);
    }
  }

  /// A profile that exists, or that did.
  ///
  /// @param ownAccount whether an account of the same id stands behind it
  public record Entry(Kind kind, boolean ownAccount, boolean active, long version) {

    /// Its existence, as other services hear of it.
    public Relation relation(UUID id) {
      return new Relation(kind.existence, id, id, active, version);
    }
  }

  /// Enters a profile that is about to be stored.
  ///
  /// @return false if it is there already: the same command came twice
  /// @throws Refusal 409 for an id that was removed, or that names something else
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean enter(Kind kind, UUID id, boolean ownAccount) {
    var entered =
        jdbc.sql(
                """
                insert into profile (id, kind, own_account, active, version, changed_at)
                values (:id, :kind, :own, true, 1, :now)
                on conflict (id) do nothing
                """)
            .param("id", id)
            .param("kind", kind.wire())
            .param("own", ownAccount)
            .param("now", Sql.time(clock.instant()))
            .update();
    if (entered == 1) {
      var existence = new Entry(kind, ownAccount, true, 1).relation(id);
      outbox.append(RelationFact.TOPIC, new RelationChanged(existence, null));
      return true;
    }
    if (find(id).filter(entry -> entry.active() && entry.kind() == kind).isEmpty()) {
      throw Refusal.wrongState(409, "This profile was removed");
    }
    return false;
  }

  /// Strikes a profile for ever, also one that was never entered: a late command to make it is
  /// refused.
  ///
  /// @return what it was, if there was anything to strike
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Entry> strike(UUID id) {
    return jdbc.sql(
            """
            insert into profile (id, kind, own_account, active, version, changed_at)
            values (:id, null, false, false, 1, :now)
            on conflict (id) do update
              set active = false, version = profile.version + 1, changed_at = excluded.changed_at
              where profile.active
            returning kind, own_account, active, version
            """)
        .param("id", id)
        .param("now", Sql.time(clock.instant()))
        .query((row, _) -> entry(row.getString(1), row.getBoolean(2), false, row.getLong(4)))
        .optional()
        .flatMap(struck -> struck);
  }

  /// Keeps a profile from being removed until the transaction ends.
  ///
  /// @throws Refusal 404 if it does not exist
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(Kind kind, UUID id) {
    if (!held(id, "and active and kind = :kind", kind.wire())) {
      throw kind.notFound();
    }
  }

  /// Keeps an account's own profile from being removed until the transaction ends, if it has one.
  ///
  /// @throws Refusal 404 if it was removed
  @Transactional(propagation = Propagation.MANDATORY)
  public void holdUser(UUID id) {
    if (!held(id, "and active and own_account", null) && find(id).isPresent()) {
      throw Refusal.notFound("User");
    }
  }

  private boolean held(UUID id, String condition, @Nullable String kind) {
    return jdbc.sql("select 1 from profile where id = :id " + condition + " for share")
        .param("id", id)
        .param("kind", kind)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  public boolean exists(Kind kind, UUID id) {
    return find(id).filter(entry -> entry.active() && entry.kind() == kind).isPresent();
  }

  /// @throws Refusal 404 if it does not exist
  public void require(Kind kind, UUID id) {
    if (!exists(kind, id)) {
      throw kind.notFound();
    }
  }

  /// Removed ones included.
  public Optional<Entry> find(UUID id) {
    return jdbc.sql("select kind, own_account, active, version from profile where id = :id")
        .param("id", id)
        .query((row, _) ->
            entry(row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getLong(4)))
        .optional()
        .flatMap(found -> found);
  }

  private static Optional<Entry> entry(
      @Nullable String kind, boolean ownAccount, boolean active, long version) {
    return Optional.ofNullable(kind)
        .map(known -> new Entry(Kind.ofWire(known), ownAccount, active, version));
  }
}
