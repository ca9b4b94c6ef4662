package poca.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import poca.contracts.fact.AuditFact.Action;
import poca.contracts.fact.AuditFact.AuditEntry;
import poca.contracts.fact.AuditFact.Outcome;
import poca.contracts.fact.AuditFact.SealedEntry;

class GroupCommitTest {

  private static final String REFUSED = "refused by the table";

  private final List<List<SealedEntry>> commits = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch firstMayEnd = new CountDownLatch(1);
  private final CountDownLatch firstHasBegun = new CountDownLatch(1);
  private final GroupCommit group = new GroupCommit(this::commit);

  private void commit(List<SealedEntry> rows) {
    firstHasBegun.countDown();
    await(firstMayEnd);
    if (rows.stream().anyMatch(row -> row.seal().equals(REFUSED))) {
      throw new DataIntegrityViolationException(REFUSED);
    }
    commits.add(List.copyOf(rows));
  }

  @Test
  void what_comes_while_one_commits_shares_the_next_commit_and_nobody_returns_before() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> group.add(row("first")));
      await(firstHasBegun);
      var others = new ArrayList<Future<?>>();
      for (int i = 0; i < 50; i++) {
        var seal = "other " + i;
        others.add(threads.submit(() -> group.add(row(seal))));
      }
      while (group.waiting() < 50) {
        Thread.onSpinWait();
      }
      assertThat(first.isDone()).isFalse();
      assertThat(others).noneMatch(Future::isDone);
      firstMayEnd.countDown();
    }
    assertThat(commits).hasSize(2);
    assertThat(commits.getFirst()).extracting(SealedEntry::seal).containsExactly("first");
    assertThat(commits.getLast()).hasSize(50);
  }

  @Test
  void a_row_that_the_table_refuses_takes_no_other_with_it() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.submit(() -> group.add(row("first")));
      await(firstHasBegun);
      var good = threads.submit(() -> group.add(row("good")));
      var bad = threads.submit(() -> group.add(row(REFUSED)));
      while (group.waiting() < 2) {
        Thread.onSpinWait();
      }
      firstMayEnd.countDown();
      good.get();
      assertThatThrownBy(bad::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(DataIntegrityViolationException.class);
    }
    assertThat(commits.stream().flatMap(List::stream).map(SealedEntry::seal))
        .containsExactlyInAnyOrder("first", "good");
  }

  @Test
  void whoever_has_no_row_is_told() {
    var away =
        new GroupCommit(_ -> {
          throw new QueryTimeoutException("away");
        });
    assertThatThrownBy(() -> away.add(row("one"))).isInstanceOf(QueryTimeoutException.class);
    assertThatThrownBy(() -> away.add(row("another"))).isInstanceOf(QueryTimeoutException.class);
  }

  private static SealedEntry row(String seal) {
    return new SealedEntry(
        new AuditEntry(
            UUID.randomUUID(),
            Instant.EPOCH,
            null,
            null,
            null,
            Action.READ,
            "thing",
            null,
            null,
            Outcome.GRANTED,
            "treats",
            null),
        seal);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
