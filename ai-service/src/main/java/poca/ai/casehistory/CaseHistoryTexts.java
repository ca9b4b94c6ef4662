package poca.ai.casehistory;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.ai.casehistory.Tasks.Task;
import poca.ai.engine.Engine;
import poca.ai.usage.Ledger;
import poca.contracts.DocumentId;
import poca.contracts.PatientId;
import poca.platform.peer.Peers;
import poca.platform.web.Refusal;

/// Makes the texts of case histories and hands them in. What fails is tried again with growing
/// pauses; what goes on failing leaves the case history without one.
@Component
class CaseHistoryTexts implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(CaseHistoryTexts.class);

  private static final String RECORDS = "records-service";

  /// Longer than the documents are read and all engines asked.
  private static final Duration LEASE = Duration.ofMinutes(5);

  /// For the words: documents may have to be read first.
  private static final Duration READING = Duration.ofMinutes(3);

  private static final int AT_ONCE = 4;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  /// About two days of trying.
  private static final int MOST_TRIES = 300;

  private final Tasks tasks;
  private final Peers peers;
  private final Engine engine;
  private final Ledger ledger;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  CaseHistoryTexts(Tasks tasks, Peers peers, Engine engine, Ledger ledger) {
    this.tasks = tasks;
    this.peers = peers;
    this.engine = engine;
    this.ledger = ledger;
  }

  record Read(DocumentId id, String fileName, @Nullable String text) {}

  /// As its owner shows it.
  record Source(long version, @Nullable String summary, List<Read> documents) {

    /// Contract 6.4: both are there.
    boolean isEnough() {
      return summary != null && !summary.isBlank() && !documents.isEmpty();
    }

    List<String> texts() {
      return documents.stream().map(Read::text).filter(Objects::nonNull).toList();
    }
  }

  record Names(List<String> names) {}

  record Made(long version, String aiSummary) {}

  record Kept(boolean kept) {}

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
  void look() {
    var most = free.availablePermits();
    if (most == 0) return;
    try {
      for (var task : tasks.take(most, LEASE)) {
        free.acquireUninterruptibly();
        threads.execute(() -> {
          try {
            work(task);
          } finally {
            free.release();
          }
        });
      }
    } catch (DataAccessException away) {
      log.warn("case histories wait for their texts: {}", away.toString());
    }
  }

  private void work(Task task) {
    try {
      make(task);
      tasks.done(task);
    } catch (RuntimeException failed) {
      // the class only: a message may quote what was read
      var why =
          failed instanceof Refusal refusal
              ? "refused with " + refusal.status()
              : failed.getClass().getSimpleName();
      if (failed instanceof Refusal refusal && refusal.status() < 500) tasks.done(task);
      else settle(task, why);
    }
  }

  private void settle(Task task, String why) {
    try {
      if (task.tries() >= MOST_TRIES) {
        log.error("case history {} stays without a text: {}", task.caseHistory(), why);
        tasks.done(task);
      } else {
        log.info("case history {} waits for its text: {}", task.caseHistory(), why);
        tasks.again(task, pauseAfter(task.tries()));
      }
    } catch (DataAccessException away) {
      log.warn("case history {} comes again by time: {}", task.caseHistory(), away.toString());
    }
  }

  static Duration pauseAfter(int tries) {
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 20));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private void make(Task task) {
    var records = peers.of(RECORDS, READING);
    var source = source(task);
    if (source.isEmpty() || !source.get().isEnough()) return;
    var words = source.get();
    var made =
        engine.summarise(
            new Engine.Summarising(
                String.valueOf(words.summary()),
                words.texts(),
                names(task.patient()),
                Extract.of(words)));
    ledger.add(made.uses());
    var kept =
        peers
            .of(RECORDS, READING)
            .put(
                "/internal/case-histories/{id}/ai-summary",
                new Made(words.version(), made.text()),
                Kept.class,
                task.caseHistory());
    if (kept.isPresent() && !kept.get().kept()) {
      log.info("case history {} was changed meanwhile", task.caseHistory());
    }
  }

  private Optional<Source> source(Task task) {
    return peers
        .of(RECORDS, READING)
        .get("/internal/case-histories/{id}", Source.class, task.caseHistory());
  }

  /// An engine outside must not read them; nobody is known by none.
  private Set<String> names(PatientId patient) {
    if (engine.name().equals(Engine.BUILTIN)) return Set.of();
    return peers
        .of("directory-service")
        .get("/internal/patients/{id}/names", Names.class, patient)
        .map(found -> Set.copyOf(new HashSet<>(found.names())))
        .orElse(Set.of());
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
