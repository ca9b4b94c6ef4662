package poca.access.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;
import poca.access.audit.AuditStore.Checkpoint;
import poca.access.audit.AuditStore.Linked;
import poca.access.audit.AuditStore.Tip;
import poca.contracts.fact.AuditFact;
import poca.contracts.fact.AuditFact.EntriesSealed;
import poca.contracts.fact.AuditFact.SealedEntry;
import poca.platform.event.Outbox;

/// Moves what was written into the chain, piece by piece, and tells what it sealed. A chain that
/// grew inside each transaction would make all of them wait for one another.
class Sealer implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Sealer.class);

  private static final int PIECE = 500;
  private static final long EVERY_MS = 500;

  /// Every instance seals when it has written; each tenth round looks after what one that died
  /// left.
  private static final int LOOK_ANYWAY = 10;

  private final AuditStore store;
  private final AuditHashes auditHashes;
  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final String service;
  private @Nullable ScheduledExecutorService rounds;
  private int quiet;

  Sealer(
      AuditStore store,
      AuditHashes auditHashes,
      Outbox outbox,
      TransactionTemplate transaction,
      Clock clock,
      String service) {
    this.store = store;
    this.auditHashes = auditHashes;
    this.outbox = outbox;
    this.transaction = transaction;
    this.clock = clock;
    this.service = service;
  }

  @Override
  public synchronized void start() {
    if (rounds == null) {
      rounds =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().name("audit-sealer").daemon().factory());
      rounds.scheduleWithFixedDelay(this::round, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }
  }

  private void round() {
    if (!store.hasGrown() && ++quiet < LOOK_ANYWAY) {
      return;
    }
    quiet = 0;
    try {
      while (sealed() == PIECE) {
        // there is more
      }
    } catch (RuntimeException e) {
      store.lookAgain();
      log.warn("the audit is sealed later: {}", e.toString());
    }
  }

  /// Seals one piece.
  ///
  /// @return how many entries it has
  int sealed() {
    var count =
        transaction.execute(_ -> {
          if (store.lock()) {
            return seal(store.pending(PIECE));
          }
          // whoever is at it may have begun before our rows were there
          store.lookAgain();
          return 0;
        });
    return count == null ? 0 : count;
  }

  private int seal(List<SealedEntry> pending) {
    var forged = new ArrayList<UUID>();
    var chained = new ArrayList<Linked>();
    var before = pending.isEmpty() ? Tip.BEGINNING : store.tip();
    var tip = before;
    for (var row : pending) {
      if (auditHashes.isOurs(row)) {
        tip = new Tip(tip.position() + 1, AuditHashes.link(tip.link(), row));
        chained.add(new Linked(tip.position(), row, tip.link()));
      } else {
        forged.add(row.entry().id());
      }
    }
    if (!forged.isEmpty()) {
      log.error("audit rows that this service did not write: {}", forged);
      store.leaveForged(forged);
    }
    if (!chained.isEmpty()) {
      var checkpoint = new Checkpoint(tip, auditHashes.of(tip.position(), tip.link()));
      store.append(chained, checkpoint, clock.instant());
      outbox.append(
          AuditFact.TOPIC,
          new EntriesSealed(
              service,
              before.position() + 1,
              before.link(),
              tip.link(),
              chained.stream().map(Linked::row).toList()));
    }
    return pending.size();
  }

  @Override
  public synchronized void stop() {
    if (rounds != null) {
      rounds.close();
      rounds = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return rounds != null;
  }

  /// After the relay has started and before it stops.
  @Override
  public int getPhase() {
    return 1;
  }
}
