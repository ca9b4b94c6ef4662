package poca.auth.recovery;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import poca.auth.account.Accounts;
import poca.auth.limit.HourlyLimit;
import poca.auth.mail.Mailer;
import poca.contracts.UserId;
import poca.platform.text.Email;
import poca.platform.web.Refusal;

/// Those who say that they forgot their password. To answer means to write the address down,
/// whosever it is; whether there is such an account is looked up behind the answer, so that neither
/// its words nor its time tell.
@Component
class PasswordResetRequests implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(PasswordResetRequests.class);

  static final int CALLS_OF_AN_ADDRESS = 20;
  static final int LETTERS_OF_AN_ACCOUNT = 3;

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final HourlyLimit hourlyLimit;
  private final PasswordResetLinks passwordResetLinks;
  private final Mailer mailer;
  private final TransactionTemplate transaction;
  // One at a time, and one that waits: whoever runs takes all that there is.
  private final ThreadPoolExecutor clerk =
      new ThreadPoolExecutor(
          0,
          1,
          10,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(1),
          Thread.ofVirtual().name("forgotten-password").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  PasswordResetRequests(
      JdbcClient jdbc,
      Accounts accounts,
      HourlyLimit hourlyLimit,
      PasswordResetLinks passwordResetLinks,
      Mailer mailer,
      TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.hourlyLimit = hourlyLimit;
    this.passwordResetLinks = passwordResetLinks;
    this.mailer = mailer;
    this.transaction = transaction;
  }

  /// @throws Refusal 429 after twenty calls from an address within an hour
  void remember(Email email, String address) {
    hourlyLimit
        .spend("forgot-password", address, CALLS_OF_AN_ADDRESS)
        .ifPresent(retryAfter -> {
          throw Refusal.tooMany(retryAfter);
        });
    if (!mailer.isConfigured()) {
      return;
    }
    jdbc.sql("insert into forgotten_password (email) values (:email)")
        .param("email", email.text())
        .update();
    clerk.execute(this::answerAll);
  }

  /// What another instance left behind when it died.
  @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
  void answerAll() {
    try {
      while (Boolean.TRUE.equals(transaction.execute(_ -> answerOne()))) {
        // until there is none
      }
    } catch (DataAccessException e) {
      log.warn("forgotten passwords wait: {}", e.toString());
    }
  }

  /// @return whether there was one
  private boolean answerOne() {
    var email =
        jdbc.sql(
                """
                delete from forgotten_password where id =
                  (select id from forgotten_password order by id limit 1 for update skip locked)
                returning email
                """)
            .query(String.class)
            .optional();
    email
        .flatMap(accounts::candidate)
        .map(Accounts.Candidate::id)
        .filter(this::mayHaveALetter)
        .ifPresent(passwordResetLinks::mail);
    return email.isPresent();
  }

  private boolean mayHaveALetter(UserId account) {
    Optional<?> wait =
        hourlyLimit.spend("forgot-password letter", account.toString(), LETTERS_OF_AN_ACCOUNT);
    return wait.isEmpty();
  }

  @Override
  public void destroy() {
    clerk.shutdown();
  }
}
