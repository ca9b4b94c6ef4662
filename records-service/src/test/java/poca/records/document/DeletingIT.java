package poca.records.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.recordstest.Bucket;
import poca.recordstest.Form;
import poca.recordstest.RealRecords;
import poca.recordstest.Samples;
import poca.recordstest.Surroundings;
import poca.recordstest.Wire;
import poca.recordstest.World;
import poca.testkit.world.Person;
import poca.testkit.world.Response;

/// What is removed again, and how much one may keep.
@RealRecords
class DeletingIT {

  private static final long QUOTA = 5L << 30;

  @Autowired World world;
  @Autowired JdbcClient jdbc;
  @Autowired Bucket bucket;
  @Autowired UploadJanitor janitor;

  @AfterEach
  void mend() {
    Wire.mend();
    Surroundings.NEIGHBOURS.chatIsAway(false);
  }

  @Test
  void its_uploader_removes_what_is_nobody_elses_with_its_bytes_and_its_links() {
    var person = world.patient();
    var document = world.upload(person, "a.txt", Samples.text("private"));
    var path = "/documents/" + document;
    var token =
        world.post(person, path + "/download-token", "").data().path("download_token").asString();

    assertThat(world.delete(world.patient(), path).status()).isEqualTo(404);
    assertThat(world.delete(person, "/documents/nonsense").status()).isEqualTo(422);
    assertThat(world.delete(person, path).status()).isEqualTo(204);
    for (var by : List.of(person, world.admin())) {
      assertThat(world.get(by, path).status()).isEqualTo(404);
      assertThat(world.download(by, path + "/download").statusCode()).isEqualTo(404);
      assertThat(world.delete(by, path).status()).isEqualTo(404);
    }
    assertThat(world.download(null, "/documents/download-with-token?token=" + token).statusCode())
        .isEqualTo(404);
    assertThat(rows(document)).isZero();
    assertThat(bucket.ids()).doesNotContain(document.toString());
  }

  @Test
  void what_somebody_else_reads_stays() {
    var pair = world.pair();
    var attached = world.upload(pair.doctor(), "a.pdf", Samples.pdf(100));
    var history = pair.path() + "/case-history";
    world.post(pair.doctor(), history, Map.of("documents", List.of(attached)));
    var filed = world.upload(pair.doctor(), "b.pdf", Samples.pdf(100));
    world.urlencoded(
        pair.doctor(),
        "/documents/" + filed + "/link",
        "document_type=other&entity_id=" + pair.patient().id());
    // sent, though no fact of it has reached us
    var sent = world.upload(pair.doctor(), "c.pdf", Samples.pdf(100));
    Surroundings.NEIGHBOURS.sent(sent, pair.doctor().id(), pair.patient().id());

    for (var used : List.of(attached, filed, sent)) {
      var refused = world.delete(pair.doctor(), "/documents/" + used);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.code()).isEqualTo("BIZ_002");
      assertThat(world.delete(pair.patient(), "/documents/" + used).status()).isEqualTo(403);
      assertThat(world.get(pair.patient(), "/documents/" + used).status()).isEqualTo(200);
    }
    world.put(pair.doctor(), history, Map.of("documents", List.of()));
    assertThat(world.delete(pair.doctor(), "/documents/" + attached).status()).isEqualTo(204);

    // an admin removes it from where it is
    world.put(pair.doctor(), history, Map.of("documents", List.of(filed)));
    assertThat(world.delete(world.admin(), "/documents/" + filed).status()).isEqualTo(204);
    var left = world.get(pair.doctor(), history).data();
    assertThat(left.path("document_files").isEmpty()).isTrue();
    assertThat(left.path("documents").get(0).asString()).isEqualTo(filed.toString());
  }

  @Test
  void nobody_is_asked_in_vain_whether_it_was_sent() {
    var person = world.patient();
    var document = world.upload(person, "a.txt", Samples.text("private"));
    Surroundings.NEIGHBOURS.chatIsAway(true);
    assertThat(world.delete(person, "/documents/" + document).status()).isEqualTo(503);
    assertThat(world.get(person, "/documents/" + document).status()).isEqualTo(200);
  }

  @Test
  void what_is_on_its_way_into_a_message_stays() {
    var person = world.patient();
    var handed = world.handOver(person, "a.pdf", new ByteArrayInputStream(Samples.pdf(1000)));
    var path = "/documents/" + handed.body().path("id").asString();
    assertThat(world.delete(person, path).status()).isEqualTo(409);
    assertThat(world.delete(world.admin(), path).status()).isEqualTo(409);
  }

  @Test
  void a_document_is_removed_also_while_its_bytes_cannot_be() {
    var person = world.patient();
    var document = world.upload(person, "a.txt", Samples.text("private"));
    Wire.cutUpwardsAfter(0);
    assertThat(world.delete(person, "/documents/" + document).status()).isEqualTo(204);
    assertThat(world.get(person, "/documents/" + document).status()).isEqualTo(404);
    Wire.mend();
    janitor.removeUnfinished(Duration.ZERO);
    assertThat(rows(document)).isZero();
    assertThat(bucket.ids()).doesNotContain(document.toString());
  }

  @Test
  void of_several_who_remove_it_one_does() throws Exception {
    var person = world.patient();
    for (var round = 0; round < 5; round++) {
      var document = world.upload(person, "a.txt", Samples.text("private"));
      Callable<Response> delete = () -> world.delete(person, "/documents/" + document);
      var answers = atOnce(Stream.generate(() -> delete).limit(4).toList());
      assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
      assertThat(answers).filteredOn(answer -> answer.status() == 404).hasSize(3);
    }
  }

  @Test
  void a_document_is_attached_or_removed_but_not_both() throws Exception {
    var pair = world.pair();
    var history = pair.path() + "/case-history";
    world.post(pair.doctor(), history, Map.of());
    for (var round = 0; round < 10; round++) {
      var document = world.upload(pair.doctor(), "a.pdf", Samples.pdf(100));
      var form = new Form().field("document_id", document);
      var answers =
          atOnce(
              List.of(
                  () -> world.form(pair.doctor(), history + "/documents", form),
                  () -> world.delete(pair.doctor(), "/documents/" + document)));
      var attached = answers.getFirst().status() == 201;
      assertThat(answers.getFirst().status()).isIn(201, 404);
      assertThat(answers.getLast().status()).isEqualTo(attached ? 409 : 204);
      assertThat(world.get(pair.patient(), "/documents/" + document).status())
          .isEqualTo(attached ? 200 : 404);
    }
  }

  @Test
  void an_account_keeps_as_much_as_its_quota_by_whatever_way_it_came() {
    var pair = world.pair();
    var person = pair.patient();
    var first = almostAll(person, 400_000);
    world.post(pair.doctor(), pair.path() + "/case-history", Map.of());
    var more = Samples.pdf(400_001);
    var form = new Form().file("b.pdf", more);
    for (var refused :
        List.of(
            world.form(person, "/documents/upload", form),
            world.form(person, pair.path() + "/case-history/documents", form),
            world.handOver(person, "b.pdf", new ByteArrayInputStream(more)))) {
      assertThat(refused.status()).isEqualTo(413);
      assertThat(refused.code()).isEqualTo("VAL_001");
      assertThat(refused.message()).isEqualTo("Storage quota reached");
      var details = refused.data().path("details");
      assertThat(details.path("quota_bytes").asLong()).isEqualTo(QUOTA);
      assertThat(details.path("used_bytes").asLong()).isEqualTo(QUOTA - 400_000);
    }
    assertThat(stored(person)).isEqualTo(QUOTA - 400_000);
    world.upload(person, "c.pdf", Samples.pdf(400_000));
    // others have their own, and what is removed counts no more
    world.upload(pair.doctor(), "b.pdf", more);
    assertThat(world.delete(person, "/documents/" + first).status()).isEqualTo(204);
    world.upload(person, "b.pdf", more);
  }

  @Test
  void many_uploads_at_once_do_not_get_past_the_quota() throws Exception {
    var person = world.patient();
    almostAll(person, 1_000_000);
    Callable<Response> upload =
        () ->
            world.form(person, "/documents/upload", new Form().file("a.pdf", Samples.pdf(300_000)));
    var answers = atOnce(Stream.generate(() -> upload).limit(8).toList());
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(3);
    assertThat(answers).filteredOn(answer -> answer.status() == 413).hasSize(5);
    assertThat(stored(person)).isEqualTo(QUOTA - 100_000);
  }

  /// A document that leaves so many bytes of the quota.
  private UUID almostAll(Person person, long left) {
    var document = world.upload(person, "a.pdf", Samples.pdf(100));
    jdbc.sql("update document set size = :size where id = :id")
        .param("size", QUOTA - left)
        .param("id", document)
        .update();
    return document;
  }

  private static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(calls).stream().map(future -> future.resultNow()).toList();
    }
  }

  private long stored(Person person) {
    return jdbc.sql("select coalesce(sum(size), 0) from document where uploaded_by = :by")
        .param("by", person.id())
        .query(Long.class)
        .single();
  }

  private long rows(UUID document) {
    return jdbc.sql("select count(*) from document where id = :id")
        .param("id", document)
        .query(Long.class)
        .single();
  }
}
