package poca.ai.session;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells the sessions of which nobody told yet: those of before sessions were told whole, and those
/// that an instance of before begins while it is replaced. What was told is marked in the same
/// transaction, so that it is told once, whenever a process dies and however many there are.
@Component
class EarlierSessions {

  private static final Logger log = LoggerFactory.getLogger(EarlierSessions.class);

  private static final int AT_ONCE = 100;

  private final SessionStore store;
  private final SessionStates states;
  private final TransactionTemplate transaction;

  EarlierSessions(SessionStore store, SessionStates states, TransactionTemplate transaction) {
    this.store = store;
    this.states = states;
    this.transaction = transaction;
  }

  @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void tell() {
    try {
      while (tellSome() > 0) {
        log.info("told of sessions of before");
      }
    } catch (DataAccessException | TransactionException away) {
      log.warn("sessions of before not told yet: {}", away.toString());
    }
  }

  private int tellSome() {
    return transaction.execute(_ -> {
      var untold = store.takeUntold(AT_ONCE);
      untold.forEach(states::tell);
      return untold.size();
    });
  }
}
