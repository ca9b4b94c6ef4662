package poca.access.audit;

import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import poca.access.audit.AuditStore.Checkpoint;
import poca.access.audit.AuditStore.Linked;
import poca.access.audit.AuditStore.Tip;
import poca.access.audit.ProofResult.Bad;
import poca.access.audit.ProofResult.Witness;
import poca.access.audit.ProofResult.Wrong;
import poca.platform.web.Refusal;

/// Proves the audit of this service: every seal, every link, every checkpoint, and the end of the
/// chain against what another service remembers of it.
class AuditProof {

  private final AuditStore store;
  private final AuditHashes auditHashes;
  private final TransactionTemplate snapshot;
  private final Supplier<Optional<Tip>> memory;
  private final String service;

  /// @param snapshot reads one state of all tables
  /// @param memory asks the witness; its refusal means that it is out of reach
  AuditProof(
      AuditStore store,
      AuditHashes auditHashes,
      TransactionTemplate snapshot,
      Supplier<Optional<Tip>> memory,
      String service) {
    this.store = store;
    this.auditHashes = auditHashes;
    this.snapshot = snapshot;
    this.memory = memory;
    this.service = service;
  }

  ProofResult verify() {
    Witness witness;
    Tip remembered = Tip.BEGINNING;
    try {
      // Asked first: what it remembers now, the chain must have.
      var told = memory.get();
      witness = told.isPresent() ? Witness.ASKED : Witness.SILENT;
      remembered = told.orElse(Tip.BEGINNING);
    } catch (Refusal away) {
      witness = Witness.OUT_OF_REACH;
    }
    var walk = new Walk(remembered);
    snapshot.executeWithoutResult(_ -> walk.toTheEnd());
    return new ProofResult(service, walk.tip.position(), walk.bad, witness);
  }

  /// One pass over the chain and its checkpoints, side by side.
  private final class Walk {

    private final Tip remembered;
    private Tip tip = Tip.BEGINNING;
    private Tip marked = Tip.BEGINNING;
    private @Nullable Bad bad;

    Walk(Tip remembered) {
      this.remembered = remembered;
    }

    void toTheEnd() {
      bad = firstBad();
    }

    private @Nullable Bad firstBad() {
      try (var chain = store.chain();
          var checkpoints = store.checkpoints()) {
        var marks = checkpoints.iterator();
        var mark = next(marks);
        for (Iterator<Linked> rows = chain.iterator(); rows.hasNext(); ) {
          var row = rows.next();
          var bad = step(row);
          if (bad != null) {
            return bad;
          }
          if (mark != null && mark.tip().position() == row.position()) {
            if (!mark.tip().equals(tip) || !isSigned(mark)) {
              return new Bad(Wrong.REWRITTEN, row.position(), id(row));
            }
            marked = tip;
            mark = next(marks);
          }
        }
        if (mark != null || remembered.position() > tip.position()) {
          return new Bad(Wrong.CUT, tip.position() + 1, null);
        }
      }
      // Whatever is sealed, is sealed with a checkpoint behind it.
      return marked.equals(tip) ? planted() : new Bad(Wrong.REWRITTEN, marked.position() + 1, null);
    }

    private @Nullable Bad step(Linked row) {
      var expected = tip.position() + 1;
      if (row.position() != expected) {
        return new Bad(Wrong.MISSING, expected, null);
      }
      if (!auditHashes.isOurs(row.row())
          || !row.link().equals(AuditHashes.link(tip.link(), row.row()))) {
        return new Bad(Wrong.FORGED, expected, id(row));
      }
      if (remembered.position() == expected && !remembered.link().equals(row.link())) {
        return new Bad(Wrong.REWRITTEN, expected, id(row));
      }
      tip = new Tip(expected, row.link());
      return null;
    }
  }

  /// Rows that nobody sealed because the service did not write them.
  private @Nullable Bad planted() {
    try (var waiting = store.waiting()) {
      return waiting
          .filter(row -> !auditHashes.isOurs(row))
          .findFirst()
          .map(row -> new Bad(Wrong.FORGED, 0, row.entry().id()))
          .orElse(null);
    }
  }

  private boolean isSigned(Checkpoint mark) {
    return AuditHashes.same(
        auditHashes.of(mark.tip().position(), mark.tip().link()), mark.signature());
  }

  private static @Nullable Checkpoint next(Iterator<Checkpoint> marks) {
    return marks.hasNext() ? marks.next() : null;
  }

  private static UUID id(Linked row) {
    return Objects.requireNonNull(row.row().entry().id());
  }
}
