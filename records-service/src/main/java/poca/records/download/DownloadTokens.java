package poca.records.download;

import static poca.contracts.AccessBasis.TOKEN;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.contracts.DocumentId;
import poca.contracts.ErrorCode;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.platform.sql.Sql;
import poca.platform.web.Refusal;
import poca.records.document.ReadableDocument;

/// Tokens that download one document once. Only their hashes are stored.
@Component
class DownloadTokens {

  static final Duration LIFE = Duration.ofHours(1);

  /// How long an expired token is told from one that never was.
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final Audit audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  DownloadTokens(JdbcClient jdbc, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /// @param token 43 url-safe characters
  record Issued(String token, Instant expiresAt) {}

  Issued issue(Caller caller, ReadableDocument found) {
    var document = found.document().id();
    var secret = new byte[32];
    random.nextBytes(secret);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    var expiresAt = clock.instant().plus(LIFE);
    audit.executeWithoutResult(use -> {
      jdbc.sql(
              """
              insert into download_token
                (hash, document_id, expires_at, issued_by, issued_by_role, patient_id)
              values (:hash, :document, :expires, :by, :role, :patient)
              """)
          .param("hash", hash(token))
          .param("document", document.value())
          .param("expires", Sql.time(expiresAt))
          .param("by", caller.user().value())
          .param("role", caller.role().wire())
          .param(
              "patient",
              found.patient() == null ? null : found.patient().value(),
              java.sql.Types.OTHER)
          .update();
      use.granted(
          caller,
          AuditedAction.create("download_token", document.value()).of(found.patient()),
          found.basis());
    });
    return new Issued(token, expiresAt);
  }

  /// A token that opens a document, and who had it made.
  record Key(DocumentId document, Actor maker, @Nullable PatientId patient) {}

  /// Does not use it up.
  ///
  /// @throws Refusal 404 if it is unknown or used, 410 if it has expired
  Key find(String token) {
    var found =
        jdbc.sql(
                """
                select document_id, expires_at, issued_by, issued_by_role, patient_id
                from download_token where hash = :hash and used_at is null
                """)
            .param("hash", hash(token))
            .query((row, _) -> new Open(key(row), Sql.time(row, "expires_at")))
            .optional()
            .orElseThrow(DownloadTokens::unknown);
    if (!found.expiresAt().isAfter(clock.instant())) {
      throw new Refusal(410, ErrorCode.RES_001, "Download token has expired");
    }
    return found.key();
  }

  private record Open(Key key, Instant expiresAt) {}

  private static Key key(ResultSet row) throws SQLException {
    var maker = row.getObject("issued_by", UUID.class);
    var patient = row.getObject("patient_id", UUID.class);
    return new Key(
        Sql.id(row, "document_id", DocumentId::new),
        maker == null
            ? Actor.UNKNOWN
            : Actor.of(new UserId(maker), Role.ofWire(row.getString("issued_by_role"))),
        patient == null ? null : new PatientId(patient));
  }

  /// Shows what the document is.
  void look(Key key) {
    audit.granted(key.maker(), reading(key), TOKEN);
  }

  private static AuditedAction reading(Key key) {
    return AuditedAction.read("document", key.document().value()).of(key.patient());
  }

  /// Uses the token up. Of several who try at once the database lets one through.
  ///
  /// @throws Refusal 404 for all others
  void use(String token, Key key) {
    audit.executeWithoutResult(use -> {
      var used =
          jdbc.sql(
                  """
                  update download_token set used_at = :now
                  where hash = :hash and used_at is null and expires_at > :now
                  """)
              .param("hash", hash(token))
              .param("now", Sql.time(clock.instant()))
              .update();
      if (used == 0) {
        throw unknown();
      }
      use.granted(key.maker(), reading(key), TOKEN);
    });
  }

  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT6H")
  void forget() {
    jdbc.sql("delete from download_token where expires_at < :before")
        .param("before", Sql.time(clock.instant().minus(REMEMBERED)))
        .update();
  }

  private static Refusal unknown() {
    return Refusal.notFound("Document");
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
