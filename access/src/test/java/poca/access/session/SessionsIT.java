package poca.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.access.RealAccess;
import poca.access.session.SessionCheck.SessionStatus;
import poca.contracts.SessionId;
import poca.contracts.UserId;
import poca.contracts.fact.SessionFact;
import poca.contracts.fact.SessionFact.AccountBarred;
import poca.contracts.fact.SessionFact.SessionEnded;
import poca.contracts.fact.SessionFact.SessionsAsOf;
import poca.testkit.world.Bus;

@RealAccess
class SessionsIT {

  @Autowired SessionCheck sessions;

  @Test
  void the_stream_decides_while_it_is_fresh_and_the_owner_when_it_falls_silent()
      throws InterruptedException {
    var session = new SessionId(UUID.randomUUID());
    var account = new UserId(UUID.randomUUID());
    TestAuth.says = "barred";
    var beating = new AtomicBoolean(true);
    var heart =
        Thread.ofVirtual()
            .start(() -> {
              while (beating.get()) {
                tell(new SessionsAsOf(Instant.now()));
                pause(200);
              }
            });
    soon(() -> assertThat(sessions.check(session, account)).isEqualTo(SessionStatus.LIVE));
    TestAuth.ASKED.set(0);
    assertThat(sessions.check(session, account)).isEqualTo(SessionStatus.LIVE);
    assertThat(TestAuth.ASKED).hasValue(0);

    tell(new SessionEnded(session, account, Instant.now()));
    await()
        .atMost(Duration.ofSeconds(2))
        .untilAsserted(
            () -> assertThat(sessions.check(session, account)).isEqualTo(SessionStatus.ENDED));
    soon(() -> assertThat(TestAuth.OVER).contains(new SessionClosed(session, account)));

    tell(new AccountBarred(account, Instant.now()));
    soon(() -> assertThat(TestAuth.OVER).contains(new SessionClosed(null, account)));
    assertThat(sessions.check(session, account)).isEqualTo(SessionStatus.BARRED);
    assertThat(TestAuth.ASKED).hasValue(0);

    beating.set(false);
    heart.join();
    var other = new SessionId(UUID.randomUUID());
    var another = new UserId(UUID.randomUUID());
    await()
        .atMost(Duration.ofSeconds(4))
        .untilAsserted(
            () -> assertThat(sessions.check(other, another)).isEqualTo(SessionStatus.BARRED));
    assertThat(TestAuth.ASKED.get()).isPositive();

    TestAuth.says = "";
    soon(() -> assertThat(sessions.check(other, another)).isEqualTo(SessionStatus.UNKNOWN));
    TestAuth.says = "live";
    soon(() -> assertThat(sessions.check(other, another)).isEqualTo(SessionStatus.LIVE));
  }

  private void tell(SessionFact fact) {
    Bus.tell(SessionFact.TOPIC, fact);
  }

  private static void soon(Runnable assertion) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion::run);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
