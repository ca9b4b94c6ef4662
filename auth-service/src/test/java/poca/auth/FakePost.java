package poca.auth;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import poca.auth.mail.Letter;
import poca.auth.mail.Post;

/// Keeps the letters of transactions that were committed.
public final class FakePost implements Post {

  public final List<Letter> letters = new CopyOnWriteArrayList<>();
  public volatile boolean open = true;

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void take(Letter letter) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            letters.add(letter);
          }
        });
  }

  public List<Letter> to(String account) {
    return letters.stream().filter(letter -> letter.to().toString().equals(account)).toList();
  }
}
