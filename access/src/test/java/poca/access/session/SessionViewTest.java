package poca.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import poca.access.session.SessionCheck.SessionStatus;
import poca.contracts.SessionId;
import poca.contracts.UserId;
import poca.contracts.fact.SessionFact.AccountBarred;
import poca.contracts.fact.SessionFact.AccountReadmitted;
import poca.contracts.fact.SessionFact.SessionEnded;
import poca.contracts.fact.SessionFact.SessionsAsOf;

class SessionViewTest {

  private final SessionId session = new SessionId(UUID.randomUUID());
  private final UserId account = new UserId(UUID.randomUUID());
  private final List<SessionClosed> over = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-24T10:00:00Z");
  private SessionStatus ownerSays = SessionStatus.UNKNOWN;
  private int asked;

  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final SessionView view =
      new SessionView(
          (_, _) -> {
            asked++;
            return ownerSays;
          },
          clock,
          Duration.ofMinutes(35),
          over::add);

  @Test
  void a_fresh_view_decides_alone() {
    beat();
    later(Duration.ofSeconds(2));
    assertThat(check()).isEqualTo(SessionStatus.LIVE);
    view.on(new SessionEnded(session, account, now));
    assertThat(check()).isEqualTo(SessionStatus.ENDED);
    assertThat(over).containsExactly(new SessionClosed(session, account));
    assertThat(asked).isZero();
  }

  @Test
  void a_view_older_than_two_seconds_asks_the_owner_at_most_once_a_second() {
    beat();
    later(Duration.ofMillis(2001));
    ownerSays = SessionStatus.ENDED;
    assertThat(check()).isEqualTo(SessionStatus.ENDED);
    ownerSays = SessionStatus.LIVE;
    assertThat(check()).isEqualTo(SessionStatus.ENDED);
    assertThat(asked).isEqualTo(1);
    later(Duration.ofMillis(1001));
    assertThat(check()).isEqualTo(SessionStatus.LIVE);
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void a_heartbeat_of_a_clock_that_is_ahead_does_not_keep_the_view_fresh_for_longer() {
    view.on(new SessionsAsOf(now.plusSeconds(30)));
    later(Duration.ofMillis(2001));
    ownerSays = SessionStatus.ENDED;
    assertThat(check()).isEqualTo(SessionStatus.ENDED);
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void a_view_that_never_heard_a_heartbeat_asks() {
    ownerSays = SessionStatus.LIVE;
    assertThat(check()).isEqualTo(SessionStatus.LIVE);
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void without_an_owner_nobody_is_let_in_and_what_was_told_stands() {
    assertThat(check()).isEqualTo(SessionStatus.UNKNOWN);
    view.on(new SessionEnded(session, account, now));
    assertThat(check()).isEqualTo(SessionStatus.ENDED);
    view.on(new AccountBarred(account, now));
    assertThat(check()).isEqualTo(SessionStatus.BARRED);
  }

  @Test
  void an_ending_stands_against_an_answer_from_before_it() {
    ownerSays = SessionStatus.LIVE;
    assertThat(check()).isEqualTo(SessionStatus.LIVE);
    view.on(new SessionEnded(session, account, now));
    assertThat(check()).isEqualTo(SessionStatus.ENDED);
  }

  @Test
  void a_barred_account_wins_over_an_ended_session_until_it_is_readmitted() {
    beat();
    view.on(new SessionEnded(session, account, now));
    view.on(new AccountBarred(account, now));
    assertThat(check()).isEqualTo(SessionStatus.BARRED);
    view.on(new AccountReadmitted(account, now.minusSeconds(1)));
    assertThat(check()).as("an older readmission").isEqualTo(SessionStatus.BARRED);
    view.on(new AccountReadmitted(account, now.plusSeconds(1)));
    assertThat(check()).isEqualTo(SessionStatus.ENDED);
  }

  @Test
  void endings_are_forgotten_only_when_no_token_can_be_left() {
    view.on(new SessionEnded(session, account, now));
    later(Duration.ofMinutes(34));
    beat();
    assertThat(check()).isEqualTo(SessionStatus.ENDED);
    later(Duration.ofMinutes(2));
    beat();
    assertThat(check()).isEqualTo(SessionStatus.LIVE);
  }

  @Test
  void an_older_heartbeat_does_not_turn_the_view_back() {
    beat();
    view.on(new SessionsAsOf(now.minusSeconds(60)));
    assertThat(check()).isEqualTo(SessionStatus.LIVE);
    assertThat(asked).isZero();
  }

  private SessionStatus check() {
    return view.check(session, account);
  }

  private void beat() {
    view.on(new SessionsAsOf(now));
  }

  private void later(Duration duration) {
    now = now.plus(duration);
  }
}
