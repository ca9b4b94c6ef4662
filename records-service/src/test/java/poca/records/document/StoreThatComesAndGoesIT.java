package poca.records.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.recordstest.Bucket;
import poca.recordstest.Form;
import poca.recordstest.RealRecords;
import poca.recordstest.Samples;
import poca.recordstest.Wire;
import poca.recordstest.World;

/// Uploads and removals while the object store comes and goes.
@RealRecords
class StoreThatComesAndGoesIT {

  private static final int UPLOADS = 160;
  private static final int AT_ONCE = 16;
  private static final UUID NONE = new UUID(0, 0);

  @Autowired World world;
  @Autowired Bucket bucket;
  @Autowired JdbcClient jdbc;
  @Autowired UploadJanitor janitor;

  @AfterEach
  void mend() {
    Wire.mend();
  }

  @Test
  void what_was_acknowledged_is_there_and_nothing_else_has_a_row_or_an_object() throws Exception {
    var person = world.patient();
    var random = new Random(22);
    var acknowledged = new ConcurrentHashMap<UUID, Integer>();
    var removed = ConcurrentHashMap.<UUID>newKeySet();
    var uploads = new ArrayList<Callable<UUID>>();
    for (var i = 0; i < UPLOADS; i++) {
      var size = 1_000 + random.nextInt(400_000);
      var cut = i % 10 == 0 ? random.nextInt(2_000_000) : -1;
      var goesAgain = i % 7 == 0;
      uploads.add(() -> {
        if (cut >= 0) {
          Wire.cutUpwardsAfter(cut);
        }
        var form = new Form().file("a.pdf", Samples.pdf(size));
        var answer = world.form(person, "/documents/upload", form);
        if (answer.status() != 200) {
          assertThat(answer.status()).isEqualTo(503);
          Wire.mend();
          return NONE;
        }
        var id = UUID.fromString(answer.data().path("id").asString());
        acknowledged.put(id, size);
        if (goesAgain && world.delete(person, "/documents/" + id).status() == 204) {
          removed.add(id);
        }
        return id;
      });
    }
    long refused;
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      refused =
          threads.invokeAll(uploads).stream().filter(made -> NONE.equals(made.resultNow())).count();
    }
    Wire.mend();
    janitor.removeUnfinished(Duration.ZERO);
    janitor.removeObjectsWithoutRow(Duration.ofSeconds(-5));

    assertThat(refused).isPositive();
    assertThat(acknowledged).hasSize(UPLOADS - (int) refused);
    assertThat(removed).isNotEmpty();
    Map<UUID, Integer> kept = new HashMap<>(acknowledged);
    kept.keySet().removeAll(removed);
    var rows =
        jdbc.sql("select id from document where uploaded_by = :by")
            .param("by", person.id())
            .query(UUID.class)
            .list();
    assertThat(rows).containsExactlyInAnyOrderElementsOf(kept.keySet());
    var objects = bucket.ids();
    assertThat(objects).containsAll(rows.stream().map(UUID::toString).toList());
    assertThat(objects).doesNotContainAnyElementsOf(removed.stream().map(UUID::toString).toList());
    var known = jdbc.sql("select id::text from document").query(String.class).list();
    assertThat(known).containsAll(objects);
    kept.forEach((id, size) ->
        assertThat(world.download(person, "/documents/" + id + "/download").body())
            .isEqualTo(Samples.pdf(size)));
  }
}
