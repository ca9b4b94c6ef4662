package poca.auth.credential;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import poca.auth.credential.HashTurn.Urgency;
import poca.platform.web.Refusal;

/// Does the work of passwords, some at once and the others in their order: first by urgency, then
/// as they came. Of each urgency so many may wait, and of them a few from one address: whoever
/// signs up a hundred times at once makes nobody else wait, and nobody who is known to us at all.
///
/// The work is done on threads of its own: on the requests' virtual threads it would hold the few
/// carriers, and with them every other request.
final class HashQueue {

  private static final Duration COME_AGAIN = Duration.ofSeconds(2);

  private final ThreadPoolExecutor hashers;
  private final Duration patience;
  private final int most;
  private final int mostOfAddress;
  private final AtomicLong arrivals = new AtomicLong();
  private final Map<Object, Integer> present = new ConcurrentHashMap<>();

  /// @param atOnce how many are computed at once
  HashQueue(PasswordSettings settings, int atOnce) {
    this.patience = settings.patience();
    this.most = settings.waiting() + atOnce;
    this.mostOfAddress = settings.waitingOfAddress() + atOnce;
    this.hashers =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            1,
            TimeUnit.MINUTES,
            new PriorityBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("password-", 1).factory());
  }

  /// @throws Refusal 429 if too many wait already, or it took too long
  <T> T inTurn(HashTurn turn, Callable<T> work) {
    enter(turn);
    try {
      var ticket = new Ticket<>(turn.urgency(), arrivals.incrementAndGet(), work);
      hashers.execute(ticket);
      try {
        return ticket.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        hashers.remove(ticket);
      }
    } catch (TimeoutException e) {
      throw Refusal.tooMany(COME_AGAIN);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a password could not be hashed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.unavailable();
    } finally {
      leave(turn);
    }
  }

  /// How many have not begun.
  int waiting() {
    return hashers.getQueue().size();
  }

  private void enter(HashTurn turn) {
    var ofUrgency = present.merge(turn.urgency(), 1, Integer::sum);
    var ofAddress = present.merge(turn, 1, Integer::sum);
    if (ofUrgency > most || ofAddress > mostOfAddress) {
      leave(turn);
      throw Refusal.tooMany(COME_AGAIN);
    }
  }

  private void leave(HashTurn turn) {
    present.computeIfPresent(turn.urgency(), (_, many) -> many == 1 ? null : many - 1);
    present.computeIfPresent(turn, (_, many) -> many == 1 ? null : many - 1);
  }

  private static final class Ticket<T> extends FutureTask<T> implements Comparable<Ticket<?>> {

    private static final Comparator<Ticket<?>> ORDER =
        Comparator.<Ticket<?>, Urgency>comparing(ticket -> ticket.urgency)
            .thenComparing(ticket -> ticket.arrival);

    private final Urgency urgency;
    private final long arrival;

    private Ticket(Urgency urgency, long arrival, Callable<T> work) {
      super(work);
      this.urgency = urgency;
      this.arrival = arrival;
    }

    @Override
    public int compareTo(Ticket<?> other) {
      return ORDER.compare(this, other);
    }
  }
}
