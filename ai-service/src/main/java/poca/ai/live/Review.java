package poca.ai.live;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.ai.session.Sessions;
import poca.platform.relation.RelationEnded;
import poca.platform.session.SessionCheck;
import poca.platform.session.SessionOver;
import poca.platform.web.Refusal;

/// Keeps every connection's right to be there under review: each second, and at once when a session
/// or a relation ends. What cannot be judged is held back, neither served nor closed.
@Component
class Review {

  private static final Logger log = LoggerFactory.getLogger(Review.class);

  private final TurnsUnderWay live;
  private final SessionCheck logins;
  private final Sessions sessions;
  private final Clock clock;

  Review(TurnsUnderWay live, SessionCheck logins, Sessions sessions, Clock clock) {
    this.live = live;
    this.logins = logins;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
  void everybody() {
    review(_ -> true);
  }

  @EventListener
  void on(SessionOver over) {
    review(guest ->
        guest.caller().user().equals(over.account())
            && (over.session() == null || guest.caller().session().equals(over.session())));
  }

  @EventListener
  void on(RelationEnded ended) {
    var relation = ended.relation();
    review(guest ->
        guest.caller().user().value().equals(relation.left())
            && guest.entry().party().patient().value().equals(relation.right()));
  }

  @Scheduled(fixedRate = 25, initialDelay = 25, timeUnit = TimeUnit.SECONDS)
  void ping() {
    live.sockets().forEach(Socket::ping);
  }

  /// Each on a thread of its own: a question to another service may take its time.
  private void review(Predicate<SessionParticipant> which) {
    live.sockets()
        .filter(socket -> which.test(socket.guest()) && !socket.isEnding())
        .forEach(socket -> {
          if (socket.underReview.compareAndSet(false, true)) {
            Thread.ofVirtual()
                .start(() -> {
                  try {
                    review(socket);
                  } finally {
                    socket.underReview.set(false);
                  }
                });
          }
        });
  }

  private void review(Socket socket) {
    var guest = socket.guest();
    if (!clock.instant().isBefore(guest.until())) {
      socket.end(Endings.SESSION_OVER);
      return;
    }
    switch (logins.check(guest.caller().session(), guest.caller().user())) {
      case LIVE -> reviewAccess(socket);
      case ENDED, BARRED -> socket.end(Endings.SESSION_OVER);
      case UNKNOWN -> socket.hold(true);
    }
  }

  /// An interview that is gone went with its chat.
  private void reviewAccess(Socket socket) {
    try {
      sessions.enter(socket.guest().caller(), socket.guest().session());
      socket.hold(false);
    } catch (Refusal refusal) {
      if (refusal.status() == 403 || refusal.status() == 404) {
        socket.end(Endings.NO_ACCESS);
      } else {
        socket.hold(true);
      }
    } catch (DataAccessException away) {
      log.warn("access not reviewed: {}", away.toString());
      socket.hold(true);
    }
  }
}
