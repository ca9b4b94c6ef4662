package poca.auth.session;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.auth.token.OpaqueToken;
import poca.contracts.SessionId;
import poca.platform.sql.Sql;

/// The refresh tokens of sessions, in generations: a rotation makes the next one. Whoever asks
/// holds the session's row.
@Component
class RefreshTokens {

  /// How long after its rotation a token may have a sibling of what it was exchanged for.
  static final Duration GRACE = Duration.ofSeconds(10);

  /// How many tokens a rotation makes at most: the new one and its siblings.
  static final int OF_A_GENERATION = 4;

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  RefreshTokens(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A token that somebody shows.
  ///
  /// @param newest the newest generation of its session
  /// @param ofTheNewest how many tokens that one has
  /// @param usedAt when it was rotated, by itself or with its siblings; null if it was not
  record Shown(
      int generation, int newest, int ofTheNewest, @Nullable Instant usedAt, Instant expires) {

    boolean mayHaveSibling(Instant now) {
      return usedAt != null
          && generation == newest - 1
          && now.isBefore(usedAt.plus(GRACE))
          && ofTheNewest < OF_A_GENERATION;
    }

    /// The generation of what it is exchanged for.
    int next() {
      return usedAt == null ? newest + 1 : newest;
    }
  }

  Shown shown(byte[] digest, SessionId session) {
    return jdbc.sql(
            """
            select t.generation, n.newest, t.used_at, t.expires_at,
              (select count(*) from refresh_token s
               where s.session_id = :session and s.generation = n.newest) as of_the_newest
            from refresh_token t,
              (select max(generation) as newest from refresh_token where session_id = :session) n
            where t.hash = :hash
            """)
        .param("hash", digest)
        .param("session", session.value())
        .query((row, _) -> shown(row))
        .single();
  }

  private static Shown shown(ResultSet row) throws SQLException {
    return new Shown(
        row.getInt("generation"),
        row.getInt("newest"),
        row.getInt("of_the_newest"),
        Sql.timeOrNull(row, "used_at"),
        Sql.time(row, "expires_at"));
  }

  /// From now on every token of the session that was good counts as used.
  void rotate(SessionId session, Instant now) {
    jdbc.sql(
            "update refresh_token set used_at = :now where session_id = :session and used_at is null")
        .param("now", Sql.time(now))
        .param("session", session.value())
        .update();
  }

  /// @return the token; what is stored is its digest
  String make(SessionId session, int generation, Instant expires) {
    var token = OpaqueToken.make(random);
    jdbc.sql(
            """
            insert into refresh_token (hash, session_id, generation, expires_at)
            values (:hash, :session, :generation, :expires)
            """)
        .param("hash", OpaqueToken.digest(token))
        .param("session", session.value())
        .param("generation", generation)
        .param("expires", Sql.time(expires))
        .update();
    return token;
  }
}
