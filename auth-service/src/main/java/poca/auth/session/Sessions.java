package poca.auth.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.auth.factor.SecondFactors;
import poca.auth.token.OpaqueToken;
import poca.contracts.AccessBasis;
import poca.contracts.Role;
import poca.contracts.SessionId;
import poca.contracts.UserId;
import poca.contracts.fact.AuditFact.Action;
import poca.contracts.fact.SessionFact;
import poca.contracts.fact.SessionFact.SessionEnded;
import poca.platform.IdSource;
import poca.platform.event.Outbox;
import poca.platform.sql.Sql;
import poca.platform.web.Refusal;

/// Begins sessions, keeps them alive and ends them. Every ending is told in the transaction in
/// which it happens.
@Component
public class Sessions {

  /// How the audit calls a session.
  public static final String RESOURCE = "session";

  /// What clocks may be apart: an ending is told a little longer than its tokens live.
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final AccessTokens accessTokens;
  private final RefreshTokens tokens;
  private final SecondFactors factors;
  private final Outbox outbox;
  private final Audit audit;
  private final SessionSettings settings;
  private final IdSource ids;
  private final Clock clock;

  Sessions(
      JdbcClient jdbc,
      AccessTokens accessTokens,
      RefreshTokens tokens,
      SecondFactors factors,
      Outbox outbox,
      Audit audit,
      SessionSettings settings,
      IdSource ids,
      Clock clock) {
    this.jdbc = jdbc;
    this.accessTokens = accessTokens;
    this.tokens = tokens;
    this.factors = factors;
    this.outbox = outbox;
    this.audit = audit;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /// What presenting a refresh token comes to.
  public sealed interface Refreshing {
    record Refreshed(IssuedTokens grant) implements Refreshing {}

    /// The session is over, perhaps just now: the token had been used before.
    record Over(SessionId session, UserId account, Role role) implements Refreshing {}

    record NotKnown() implements Refreshing {}

    /// The account's role needs a second factor, and it has none yet; the token stays good.
    record FactorMissing() implements Refreshing {}
  }

  /// Begins a session. The caller's transaction holds the account, so that it cannot be deactivated
  /// in between.
  @Transactional(propagation = Propagation.MANDATORY)
  public IssuedTokens begin(UserId account, Role role) {
    var now = clock.instant();
    var session = new SessionId(ids.next());
    jdbc.sql(
            """
            insert into session (id, account_id, role, created_at, issued_at, expires_at, client)
            values (:id, :account, :role, :now, :now, :expires, :client)
            """)
        .param("id", session.value())
        .param("account", account.value())
        .param("role", role.name())
        .param("now", Sql.time(now))
        .param("expires", Sql.time(now.plus(settings.refreshTokenLife())))
        .param("client", ClientName.ofThisRequest())
        .update();
    return grant(session, account, role, 0, now);
  }

  /// Gives new tokens for a refresh token, which is worth nothing afterwards. One that was used
  /// before ends its session: its holder or a thief has the newer one, and nobody knows who is who.
  ///
  /// But two tabs wake up at the same moment, and an answer gets lost: for ten seconds the tokens
  /// that were rotated last get siblings of the new one, three in all. Siblings are alternatives.
  /// The first that is used rotates all of its generation. The session's row decides who was first.
  @Transactional
  public Refreshing refresh(String token) {
    var digest = OpaqueToken.digest(token);
    var known =
        jdbc.sql("select session_id from refresh_token where hash = :hash")
            .param("hash", digest)
            .query(UUID.class)
            .optional();
    if (known.isEmpty()) {
      return new Refreshing.NotKnown();
    }
    var session =
        jdbc.sql("select id, account_id, role, ended_at from session where id = :id for update")
            .param("id", known.get())
            .query((row, _) -> locked(row))
            .optional();
    if (session.isEmpty()) {
      return new Refreshing.NotKnown();
    }
    var now = clock.instant();
    var holder = session.get();
    if (holder.ended()) {
      return holder.over();
    }
    var shown = tokens.shown(digest, holder.session());
    if (shown.usedAt() != null && !shown.mayHaveSibling(now)) {
      end(holder.session());
      return holder.over();
    }
    if (!now.isBefore(shown.expires())) {
      return new Refreshing.NotKnown();
    }
    if (factors.missing(holder.account(), holder.role())) {
      return new Refreshing.FactorMissing();
    }
    if (shown.usedAt() == null) {
      tokens.rotate(holder.session(), now);
    }
    var expires = now.plus(settings.refreshTokenLife());
    jdbc.sql(
            """
            update session set issued_at = :now, expires_at = :expires,
              client = coalesce(:client, client)
            where id = :id
            """)
        .param("now", Sql.time(now))
        .param("expires", Sql.time(expires))
        .param("client", ClientName.ofThisRequest())
        .param("id", holder.session().value())
        .update();
    return new Refreshing.Refreshed(
        grant(holder.session(), holder.account(), holder.role(), shown.next(), now));
  }

  private record Locked(SessionId session, UserId account, Role role, boolean ended) {
    Refreshing over() {
      return new Refreshing.Over(session, account, role);
    }
  }

  private static Locked locked(ResultSet row) throws SQLException {
    return new Locked(
        Sql.id(row, "id", SessionId::new),
        Sql.id(row, "account_id", UserId::new),
        Role.valueOf(row.getString("role")),
        row.getObject("ended_at") != null);
  }

  private IssuedTokens grant(
      SessionId session, UserId account, Role role, int generation, Instant now) {
    var life = settings.accessTokenLife();
    return new IssuedTokens(
        session,
        accessTokens.issue(account, role, session, now, life),
        tokens.make(session, generation, now.plus(settings.refreshTokenLife())),
        life.toSeconds(),
        account,
        role);
  }

  /// Whether the account has this session and it is not over.
  public boolean live(SessionId session, UserId account) {
    return jdbc.sql(
            "select 1 from session where id = :id and account_id = :account and ended_at is null")
        .param("id", session.value())
        .param("account", account.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /// A session that is not over.
  record Live(SessionId id, Instant createdAt, Instant lastUsedAt, @Nullable String client) {}

  List<Live> liveOf(UserId account, int skip, int limit) {
    return jdbc.sql(
            """
            select id, created_at, issued_at, client from session
            where account_id = :account and ended_at is null and expires_at > :now
            order by created_at, id limit :limit offset :skip
            """)
        .param("account", account.value())
        .param("now", Sql.time(clock.instant()))
        .param("limit", limit)
        .param("skip", skip)
        .query((row, _) ->
            new Live(
                Sql.id(row, "id", SessionId::new),
                Sql.time(row, "created_at"),
                Sql.time(row, "issued_at"),
                row.getString("client")))
        .list();
  }

  long countLiveOf(UserId account) {
    return jdbc.sql(
            """
            select count(*) from session
            where account_id = :account and ended_at is null and expires_at > :now
            """)
        .param("account", account.value())
        .param("now", Sql.time(clock.instant()))
        .query(Long.class)
        .single();
  }

  /// Ends one of the caller's sessions, this one or another.
  ///
  /// @throws Refusal 404 if the caller has no such session, or it is over
  @Transactional
  void endOwn(Caller caller, SessionId session) {
    if (!live(session, caller.user())) {
      throw Refusal.notFound("Session");
    }
    end(session);
    left(caller, session.value());
  }

  /// Ends the session in which the caller is.
  @Transactional
  public void logout(Caller caller) {
    end(caller.session());
    left(caller, caller.session().value());
  }

  /// Ends all sessions of the caller.
  @Transactional
  public void logoutEverywhere(Caller caller) {
    endAll(caller.user());
    left(caller, null);
  }

  private void left(Caller caller, @Nullable UUID session) {
    audit.granted(
        caller, new AuditedAction(Action.LOGOUT, RESOURCE, session, null), AccessBasis.SELF);
  }

  /// Ends one session; one that is over already stays as it is.
  @Transactional
  public void end(SessionId session) {
    var now = clock.instant();
    jdbc.sql(
            """
            update session set ended_at = :now where id = :id and ended_at is null
            returning account_id
            """)
        .param("now", Sql.time(now))
        .param("id", session.value())
        .query(UUID.class)
        .optional()
        .ifPresent(account -> tell(session, new UserId(account), now));
  }

  /// Ends all sessions of an account. Those without an access token that could still be good are
  /// not told of: there is nothing to refuse.
  @Transactional
  public void endAll(UserId account) {
    var now = clock.instant();
    var told = now.minus(settings.accessTokenLife()).minus(SKEW);
    jdbc.sql(
            """
            update session set ended_at = :now where account_id = :account and ended_at is null
            returning id, issued_at > :told
            """)
        .param("now", Sql.time(now))
        .param("account", account.value())
        .param("told", Sql.time(told))
        .query((row, _) ->
            row.getBoolean(2)
                ? Optional.of(new SessionId(row.getObject(1, UUID.class)))
                : Optional.<SessionId>empty())
        .list()
        .forEach(ended -> ended.ifPresent(session -> tell(session, account, now)));
  }

  private void tell(SessionId session, UserId account, Instant now) {
    outbox.append(SessionFact.TOPIC, new SessionEnded(session, account, now));
  }
}
