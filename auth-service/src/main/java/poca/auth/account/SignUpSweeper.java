package poca.auth.account;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.contracts.Role;
import poca.platform.web.Refusal;

/// Removes what is left of sign-ups that were not completed: first at the directory, then here. All
/// instances may sweep at once, every step can be repeated.
@Component
class SignUpSweeper {

  private static final Logger log = LoggerFactory.getLogger(SignUpSweeper.class);

  private static final int AT_ONCE = 200;

  private final PendingAccounts pending;
  private final Profiles profiles;
  private final SignUpSettings settings;
  private final Clock clock;

  SignUpSweeper(PendingAccounts pending, Profiles profiles, SignUpSettings settings, Clock clock) {
    this.pending = pending;
    this.profiles = profiles;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedRateString = "${poca.sign-up.sweep-every:PT5S}")
  synchronized void sweep() {
    try {
      pending.giveUpBefore(clock.instant().minus(settings.pendingFor()));
      for (var sign : pending.givenUp(AT_ONCE)) {
        if (sign.role() != Role.ADMIN) {
          profiles.takeBack(sign.id());
        }
        pending.remove(sign.id());
        log.info("sign-up {} was not completed and is removed", sign.id());
      }
    } catch (Refusal away) {
      log.debug("the directory is away, sweeping later");
    } catch (DataAccessException e) {
      log.warn("sweeping later: {}", e.toString());
    }
  }
}
