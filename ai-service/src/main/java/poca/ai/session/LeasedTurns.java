package poca.ai.session;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.contracts.AiMessageId;
import poca.contracts.AiSessionId;
import poca.platform.web.Refusal;

/// The turns that this instance has under way. Their leases are short, so that a session is free
/// soon after its instance died, and prolonged while the turns run. How far their answers may be
/// heard is kept for clients on other instances, all of them in one statement a few times a second.
@Component
class LeasedTurns {

  private static final Logger log = LoggerFactory.getLogger(LeasedTurns.class);

  static final Duration LEASE = Duration.ofSeconds(4);

  /// How often whoever waits for a turn that runs here looks for itself: the turn may have lost its
  /// lease.
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final TurnLeases leases;
  private final AnswerProgressStore heards;
  private final Map<AiMessageId, Running> running = new ConcurrentHashMap<>();
  private final Map<AiMessageId, AnswerInProgress> heard = new ConcurrentHashMap<>();

  /// Held while what was heard is written: whoever ends a turn must not be overtaken by that.
  private final ReentrantLock keeping = new ReentrantLock();

  LeasedTurns(TurnLeases leases, AnswerProgressStore heards) {
    this.leases = leases;
    this.heards = heards;
  }

  private record Running(AiSessionId session, AnswerInProgress answering, CountDownLatch over) {}

  void begun(AiSessionId session, AiMessageId message, AnswerInProgress answerInProgress) {
    running.put(message, new Running(session, answerInProgress, new CountDownLatch(1)));
    heard.put(message, answerInProgress);
  }

  /// The answer that is being made here.
  Optional<AnswerInProgress> answering(AiMessageId message) {
    return Optional.ofNullable(running.get(message)).map(Running::answering);
  }

  /// Nothing more is kept of it for others: it is about to be stored or dropped.
  void ends(AiMessageId message) {
    keeping.lock();
    try {
      heard.remove(message);
    } finally {
      keeping.unlock();
    }
  }

  void over(AiMessageId message) {
    ends(message);
    var turn = running.remove(message);
    if (turn != null) {
      turn.over().countDown();
    }
  }

  /// Returns when the session's turn that runs here is over. The end of one that runs on another
  /// instance shows in the database only: then it returns after a pause, and the caller looks
  /// there.
  void awaitChange(AiSessionId session, Duration pause) {
    var here = running.values().stream().filter(turn -> turn.session().equals(session)).findAny();
    try {
      if (here.isPresent()) {
        var _ = here.get().over().await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      } else {
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.unavailable();
    }
  }

  @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
  void renew() {
    var now = Map.copyOf(running);
    if (now.isEmpty()) {
      return;
    }
    try {
      leases.renew(now.values().stream().map(Running::session).toList(), now.keySet(), LEASE);
    } catch (DataAccessException away) {
      log.warn("leases not prolonged: {}", away.toString());
    }
  }

  @Scheduled(fixedDelay = 200, timeUnit = TimeUnit.MILLISECONDS)
  void keep() {
    if (heard.isEmpty()) {
      return;
    }
    keeping.lock();
    try {
      var news = heard.values().stream().flatMap(a -> a.toKeep().stream()).toList();
      if (!news.isEmpty()) {
        heards.keep(news);
      }
    } catch (DataAccessException away) {
      log.warn("not kept how far answers have come: {}", away.toString());
    } finally {
      keeping.unlock();
    }
  }

  @Scheduled(fixedDelay = 5, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
  void sweep() {
    try {
      heards.sweep();
    } catch (DataAccessException away) {
      log.warn("not swept: {}", away.toString());
    }
  }

  /// Whoever goes on with them need not wait for the leases.
  @PreDestroy
  void giveBack() {
    running.forEach((message, turn) -> {
      try {
        leases.giveBack(turn.session(), message);
      } catch (DataAccessException away) {
        log.warn("session {} is given back by time: {}", turn.session(), away.toString());
      }
    });
  }
}
