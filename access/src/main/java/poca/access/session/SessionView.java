package poca.access.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import poca.contracts.SessionId;
import poca.contracts.UserId;
import poca.contracts.fact.SessionFact;
import poca.contracts.fact.SessionFact.AccountBarred;
import poca.contracts.fact.SessionFact.AccountReadmitted;
import poca.contracts.fact.SessionFact.SessionEnded;
import poca.contracts.fact.SessionFact.SessionsAsOf;

/// What the stream told, as long as a token can live. It decides alone while the last heartbeat is
/// no older than two seconds; then auth-service is asked, each question at most once a second.
final class SessionView implements SessionCheck {

  static final Duration FRESH = Duration.ofSeconds(2);
  static final Duration ANSWER_KEPT = Duration.ofSeconds(1);
  private static final int ANSWERS = 10_000;
  private static final Duration PRUNE_EVERY = Duration.ofMinutes(1);

  private final SessionCheck owner;
  private final Clock clock;
  private final Duration kept;
  private final Consumer<SessionClosed> over;
  private final Map<SessionId, Instant> ended = new ConcurrentHashMap<>();
  private final Map<UserId, Instant> barred = new ConcurrentHashMap<>();
  private final Map<SessionId, PendingCheck> answers = new ConcurrentHashMap<>();
  private volatile Instant asOf = Instant.EPOCH;
  private Instant prunedAt = Instant.EPOCH;

  /// @param owner says `UNKNOWN` if it cannot be asked
  /// @param kept how long an ending matters: a token's life and some
  SessionView(SessionCheck owner, Clock clock, Duration kept, Consumer<SessionClosed> over) {
    this.owner = owner;
    this.clock = clock;
    this.kept = kept;
    this.over = over;
  }

  void on(SessionFact fact) {
    switch (fact) {
      case SessionEnded f -> {
        ended.put(f.session(), f.at());
        over.accept(new SessionClosed(f.session(), f.account()));
      }
      case AccountBarred f -> {
        barred.put(f.account(), f.at());
        over.accept(new SessionClosed(null, f.account()));
      }
      case AccountReadmitted f ->
          barred.computeIfPresent(f.account(), (_, since) -> f.at().isBefore(since) ? since : null);
      case SessionsAsOf f -> {
        // a clock that is ahead of ours must not keep us from asking
        var now = clock.instant();
        var at = f.at().isAfter(now) ? now : f.at();
        if (at.isAfter(asOf)) {
          asOf = at;
        }
        prune(now);
      }
    }
  }

  private void prune(Instant now) {
    if (prunedAt.plus(PRUNE_EVERY).isBefore(now)) {
      prunedAt = now;
      ended.values().removeIf(at -> at.plus(kept).isBefore(now));
      barred.values().removeIf(at -> at.plus(kept).isBefore(now));
      answers.values().removeIf(pendingCheck -> pendingCheck.staleAt(now));
    }
  }

  @Override
  public @Nullable SessionStatus known(SessionId session, UserId account) {
    return isFresh(clock.instant()) ? told(session, account) : null;
  }

  private boolean isFresh(Instant now) {
    return Duration.between(asOf, now).compareTo(FRESH) <= 0;
  }

  @Override
  public SessionStatus check(SessionId session, UserId account) {
    var now = clock.instant();
    if (isFresh(now)) {
      return told(session, account);
    }
    return switch (asked(session, account, now)) {
      case BARRED -> SessionStatus.BARRED;
      case ENDED -> SessionStatus.ENDED;
      // An ending that came in after the answer, or without one, stands: sessions do not come back.
      case LIVE -> ended.containsKey(session) ? SessionStatus.ENDED : SessionStatus.LIVE;
      case UNKNOWN -> {
        var told = told(session, account);
        yield told == SessionStatus.LIVE ? SessionStatus.UNKNOWN : told;
      }
    };
  }

  private SessionStatus told(SessionId session, UserId account) {
    if (barred.containsKey(account)) {
      return SessionStatus.BARRED;
    }
    return ended.containsKey(session) ? SessionStatus.ENDED : SessionStatus.LIVE;
  }

  private SessionStatus asked(SessionId session, UserId account, Instant now) {
    if (answers.size() > ANSWERS) {
      answers.clear();
    }
    var question =
        answers.compute(
            session,
            (_, before) -> before == null || before.staleAt(now) ? new PendingCheck(now) : before);
    return question.answer(session, account);
  }

  /// One question, for all who have it at the same time.
  private final class PendingCheck {
    private final Instant at;
    private @Nullable SessionStatus status;

    private PendingCheck(Instant at) {
      this.at = at;
    }

    private boolean staleAt(Instant now) {
      return at.plus(ANSWER_KEPT).isBefore(now);
    }

    private synchronized SessionStatus answer(SessionId session, UserId account) {
      var known = status;
      if (known == null) {
        known = owner.check(session, account);
        status = known;
      }
      return known;
    }
  }
}
