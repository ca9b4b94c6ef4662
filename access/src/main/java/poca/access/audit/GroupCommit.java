package poca.access.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import poca.contracts.fact.AuditFact.SealedEntry;

/// Commits the rows of many callers together: while one commit waits for the disk, the rows that
/// come meanwhile gather for the next. A call returns when its row is durable, so nobody is
/// answered before; a caller who is alone waits for nobody.
final class GroupCommit {

  private static final int MOST = 200;

  /// Puts rows into the table in one commit.
  interface Table {
    void add(List<SealedEntry> rows);
  }

  private final Table table;
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock committing = new ReentrantLock();

  GroupCommit(Table table) {
    this.table = table;
  }

  private static final class Waiting {
    private final SealedEntry row;
    private boolean over;
    private @Nullable RuntimeException failure;

    private Waiting(SealedEntry row) {
      this.row = row;
    }

    private void end(@Nullable RuntimeException why) {
      failure = why;
      over = true;
    }
  }

  /// @throws RuntimeException what the database said of this row, or of the whole group
  void add(SealedEntry row) {
    var mine = new Waiting(row);
    waiting.add(mine);
    committing.lock();
    try {
      while (!mine.over) {
        commit(next());
      }
    } finally {
      committing.unlock();
    }
    if (mine.failure != null) {
      throw mine.failure;
    }
  }

  /// How many rows wait for a commit that has not begun.
  int waiting() {
    return waiting.size();
  }

  private List<Waiting> next() {
    var group = new ArrayList<Waiting>();
    for (var one = waiting.poll(); one != null; one = waiting.poll()) {
      group.add(one);
      if (group.size() == MOST) {
        break;
      }
    }
    return group;
  }

  /// Of a group with a row that the table refuses, each row stands for itself.
  private void commit(List<Waiting> group) {
    try {
      table.add(group.stream().map(one -> one.row).toList());
      group.forEach(one -> one.end(null));
    } catch (DataIntegrityViolationException refused) {
      if (group.size() == 1) {
        group.getFirst().end(refused);
      } else {
        group.forEach(one -> commit(List.of(one)));
      }
    } catch (RuntimeException e) {
      group.forEach(one -> one.end(e));
    } catch (Error e) {
      group.forEach(one -> one.end(new IllegalStateException(e)));
      throw e;
    }
  }
}
