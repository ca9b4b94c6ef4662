package poca.auth;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import poca.auth.mail.AccountMail;
import poca.auth.mail.Mailer;

/// Keeps the letters of transactions that were committed.
public final class FakePost implements Mailer {

  public final List<AccountMail> letters = new CopyOnWriteArrayList<>();
  public volatile boolean open = true;

  @Override
  public boolean isConfigured() {
    return open;
  }

  @Override
  public void send(AccountMail mail) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            letters.add(mail);
          }
        });
  }

  public List<AccountMail> to(String account) {
    return letters.stream().filter(mail -> mail.to().toString().equals(account)).toList();
  }
}
