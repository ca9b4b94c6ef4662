package poca.directory.audit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import poca.access.audit.AuditHashes;
import poca.platform.peer.Peers;
import poca.platform.web.Refusal;

/// Proves the copies: their links are made anew from the rows, and the last one must be the
/// owner's. What one of the two databases says after a change, the other denies.
@Component
class AuditCopyProof {

  private static final Logger log = LoggerFactory.getLogger(AuditCopyProof.class);

  private final AuditCopies copies;
  private final JdbcClient jdbc;
  private final Peers peers;
  private final TransactionTemplate reading;
  private final List<String> expected;
  private final String service;

  /// @param expected the other services, whether they have told anything yet or not
  AuditCopyProof(
      AuditCopies copies,
      JdbcClient jdbc,
      Peers peers,
      PlatformTransactionManager transactions,
      @Value("${poca.audit.witness-of}") List<String> expected,
      @Value("${spring.application.name}") String service) {
    this.copies = copies;
    this.jdbc = jdbc;
    this.peers = peers;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.expected = expected;
    this.service = service;
  }

  /// The copy of one service's chain.
  ///
  /// @param entries how many are right, from the first on
  /// @param badPosition the first that the owner does not have so, or that is missing here; null if
  ///   there is none
  record Copy(String service, long entries, @Nullable Long badPosition, Owner owner) {}

  enum Owner {
    ASKED,
    /// only a row that is missing was looked for
    OUT_OF_REACH
  }

  private record Walked(long position, String link, boolean gap) {
    @Nullable Long missing() {
      return gap ? position + 1 : null;
    }
  }

  private record Link(long position, String link) {}

  List<Copy> all() {
    var services = new TreeSet<>(copies.services());
    services.addAll(expected);
    services.add(service);
    return services.stream().map(this::copy).toList();
  }

  private Copy copy(String owner) {
    var end = walk(owner, Long.MAX_VALUE);
    try {
      if (end.position() == 0 || isOwners(owner, end)) {
        return new Copy(owner, end.position(), end.missing(), Owner.ASKED);
      }
      var bad = firstBad(owner, end.position());
      return new Copy(owner, bad - 1, bad, Owner.ASKED);
    } catch (Refusal | IllegalArgumentException away) {
      log.debug("{} was not asked about its chain: {}", owner, away.toString());
      return new Copy(owner, end.position(), end.missing(), Owner.OUT_OF_REACH);
    }
  }

  /// Every link holds all earlier ones, so the first that differs is found by halving.
  private long firstBad(String owner, long differs) {
    long same = 0;
    while (differs - same > 1) {
      var middle = same + (differs - same) / 2;
      if (isOwners(owner, walk(owner, middle))) {
        same = middle;
      } else {
        differs = middle;
      }
    }
    return differs;
  }

  private Walked walk(String owner, long upTo) {
    return Objects.requireNonNull(
        reading.execute(_ -> {
          var position = 0L;
          var link = AuditHashes.BEGINNING;
          try (var rows = copies.of(owner, upTo)) {
            for (var each = rows.iterator(); each.hasNext(); ) {
              var kept = each.next();
              if (kept.position() != position + 1) {
                return new Walked(position, link, true);
              }
              position++;
              link = AuditHashes.link(link, kept.row());
            }
          }
          return new Walked(position, link, false);
        }));
  }

  private boolean isOwners(String owner, Walked walked) {
    return ownersLink(owner, walked.position()).filter(walked.link()::equals).isPresent();
  }

  private Optional<String> ownersLink(String owner, long position) {
    if (owner.equals(service)) {
      return jdbc.sql("select link from audit_entry where position = :position")
          .param("position", position)
          .query(String.class)
          .optional();
    }
    return peers
        .of(owner)
        .get("/internal/audit/links/{position}", Link.class, position)
        .map(Link::link);
  }
}
