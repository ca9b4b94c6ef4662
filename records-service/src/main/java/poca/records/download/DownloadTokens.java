package poca.records.download;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.contracts.DocumentId;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;

/// Tokens that download one document once. Only their hashes are stored.
@Component
class DownloadTokens {

  static final Duration LIFE = Duration.ofHours(1);

  /// How long an expired token is told from one that never was.
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  DownloadTokens(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// @param token 43 url-safe characters
  record Issued(String token, Instant expiresAt) {}

  Issued issue(DocumentId document) {
    var secret = new byte[32];
    random.nextBytes(secret);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    var expiresAt = clock.instant().plus(LIFE);
    jdbc.sql(
            """
            insert into download_token (hash, document_id, expires_at)
            values (:hash, :document, :expires)
            """)
        .param("hash", hash(token))
        .param("document", document.value())
        .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
    return new Issued(token, expiresAt);
  }

  /// The document that the token would download; does not use it up.
  ///
  /// @throws Refusal 404 if it is unknown or used, 410 if it has expired
  DocumentId documentOf(String token) {
    var found =
        jdbc.sql(
                """
                select document_id, expires_at from download_token
                where hash = :hash and used_at is null
                """)
            .param("hash", hash(token))
            .query((row, _) ->
                new Open(
                    new DocumentId(row.getObject("document_id", UUID.class)),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant()))
            .optional()
            .orElseThrow(DownloadTokens::unknown);
    if (!found.expiresAt().isAfter(clock.instant())) {
      throw new Refusal(410, ErrorCode.RES_001, "Download token has expired");
    }
    return found.document();
  }

  private record Open(DocumentId document, Instant expiresAt) {}

  /// Uses the token up. Of several who try at once the database lets one through.
  ///
  /// @throws Refusal 404 for all others
  void use(String token) {
    var used =
        jdbc.sql(
                """
                update download_token set used_at = :now
                where hash = :hash and used_at is null and expires_at > :now
                """)
            .param("hash", hash(token))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (used == 0) {
      throw unknown();
    }
  }

  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT6H")
  void forget() {
    jdbc.sql("delete from download_token where expires_at < :before")
        .param("before", clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC))
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
