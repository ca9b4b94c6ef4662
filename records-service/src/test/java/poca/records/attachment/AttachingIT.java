package poca.records.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import poca.recordstest.RealRecords;
import poca.recordstest.Samples;
import poca.recordstest.World;
import poca.testkit.world.Response;

@RealRecords
class AttachingIT {

  @Autowired World world;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  /// Held up at the first document, each of the two would have one that the other wants.
  @Test
  void the_same_documents_can_be_attached_at_once_in_any_order() throws Exception {
    var pair = world.pair();
    var first = world.upload(pair.doctor(), "a.pdf", Samples.pdf(100));
    var second = world.upload(pair.doctor(), "b.pdf", Samples.pdf(200));
    var history = pair.path() + "/case-history";

    var written =
        bothWhileHeldUp(
            first,
            () -> world.post(pair.doctor(), history, Map.of("documents", List.of(first, second))),
            () -> world.post(pair.doctor(), history, Map.of("documents", List.of(second, first))));
    assertThat(written).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(written)
        .allSatisfy(answer -> assertThat(answer.data().path("document_files").size()).isEqualTo(2));

    // what is taken out counts as well
    world.put(pair.doctor(), history, Map.of("documents", List.of(second)));
    var report =
        Map.of("title", "t", "report_type", "other", "document_ids", List.of(second, first));
    var changed =
        bothWhileHeldUp(
            first,
            () -> world.put(pair.doctor(), history, Map.of("documents", List.of(first))),
            () -> world.post(pair.doctor(), pair.path() + "/reports", report));
    assertThat(changed).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
  }

  private List<Response> bothWhileHeldUp(
      UUID document, Callable<Response> one, Callable<Response> another) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Response>> asked =
          transaction.execute(_ -> {
            jdbc.sql("select id from document where id = :id for update")
                .param("id", document)
                .query(UUID.class)
                .single();
            var both = List.of(threads.submit(one), threads.submit(another));
            await().atMost(Duration.ofSeconds(10)).until(() -> waiting() == 2);
            return both;
          });
      return List.of(asked.get(0).get(), asked.get(1).get());
    }
  }

  /// For a row that somebody else has locked.
  private long waiting() {
    return jdbc.sql(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event in ('transactionid', 'tuple')
            """)
        .query(Long.class)
        .single();
  }
}
