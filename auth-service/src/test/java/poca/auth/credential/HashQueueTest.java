package poca.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import poca.platform.web.Refusal;

class HashQueueTest {

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> done = new CopyOnWriteArrayList<>();

  @AfterEach
  void end() {
    go.countDown();
    clients.close();
  }

  @Test
  void whom_we_know_goes_first_then_logins_then_sign_ups() throws Exception {
    var queue = queue(Duration.ofSeconds(30), 8, 8);
    busy(queue);

    ask(queue, HashTurn.other("a"), "a sign-up");
    ask(queue, HashTurn.login(false, "b"), "a stranger's login");
    ask(queue, HashTurn.login(true, "c"), "a known login");
    ask(queue, HashTurn.known("d"), "another known one");
    go.countDown();

    await()
        .untilAsserted(() ->
            assertThat(done)
                .containsExactly(
                    "a known login", "another known one", "a stranger's login", "a sign-up"));
  }

  @Test
  void of_one_address_a_few_wait_and_others_find_their_place() throws Exception {
    var queue = queue(Duration.ofSeconds(30), 100, 3);
    busy(queue);
    for (var i = 0; i < 4; i++) {
      ask(queue, HashTurn.other("home"), "sign-up " + i);
    }

    refused(queue, HashTurn.other("home"));
    ask(queue, HashTurn.other("elsewhere"), "somebody else");
    ask(queue, HashTurn.login(false, "home"), "a login at the same address");
    go.countDown();

    await().untilAsserted(() -> assertThat(done).hasSize(6));
  }

  @Test
  void no_crowd_keeps_those_out_whom_we_know() throws Exception {
    var queue = queue(Duration.ofSeconds(30), 4, 4);
    busy(queue);
    for (var i = 0; i < 5; i++) {
      ask(queue, HashTurn.other("address " + i), "sign-up " + i);
    }

    refused(queue, HashTurn.other("one more address"));
    ask(queue, HashTurn.known("home"), "known");
    go.countDown();

    await().untilAsserted(() -> assertThat(done).hasSize(6).startsWith("known"));
  }

  @Test
  void who_waited_too_long_leaves_the_queue() throws Exception {
    var queue = queue(Duration.ofMillis(50), 2, 2);
    busy(queue);
    for (var i = 0; i < 10; i++) {
      refused(queue, HashTurn.other("home"));
    }
    go.countDown();

    await()
        .untilAsserted(() ->
            assertThat(queue.inTurn(HashTurn.other("home"), () -> "served")).isEqualTo("served"));
  }

  private static HashQueue queue(Duration patience, int waiting, int ofAddress) {
    return new HashQueue(new PasswordSettings(8, false, patience, waiting, ofAddress), 1);
  }

  /// Keeps the one thread busy until `go`.
  private void busy(HashQueue queue) throws InterruptedException {
    var _ =
        clients.submit(() ->
            queue.inTurn(
                HashTurn.known("the first"),
                () -> {
                  begun.countDown();
                  go.await();
                  return "first";
                }));
    begun.await();
  }

  private void ask(HashQueue queue, HashTurn turn, String name) {
    Future<Boolean> asked = clients.submit(() -> queue.inTurn(turn, () -> done.add(name)));
    await().until(() -> queue.waiting() == waitingBefore + 1 || asked.isDone());
    waitingBefore = queue.waiting();
  }

  private int waitingBefore;

  private static void refused(HashQueue queue, HashTurn turn) {
    assertThatThrownBy(() -> queue.inTurn(turn, () -> "never"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(429);
              assertThat(refusal.headers()).containsKey("Retry-After");
            });
  }
}
