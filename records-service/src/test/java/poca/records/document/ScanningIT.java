package poca.records.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.recordstest.Bucket;
import poca.recordstest.Clamd;
import poca.recordstest.Clamd.Mood;
import poca.recordstest.Form;
import poca.recordstest.RealRecords;
import poca.recordstest.Samples;
import poca.recordstest.Surroundings;
import poca.recordstest.World;
import poca.testkit.world.Person;
import poca.testkit.world.Response;

@RealRecords
class ScanningIT {

  private static final byte[] BAD = Samples.text("a note, and " + Clamd.VIRUS + "\n");
  private static final byte[] GOOD = Samples.text("a note\n");

  @Autowired World world;
  @Autowired JdbcClient jdbc;
  @Autowired Bucket bucket;
  @Autowired ScanQueue queue;
  @Autowired UploadJanitor janitor;

  @AfterEach
  void wake() {
    Surroundings.CLAMD.is(Mood.AWAKE);
  }

  private Response upload(Person by, byte[] file) {
    return world.form(by, "/documents/upload", new Form().file("a.txt", file));
  }

  private static UUID id(Response response) {
    return UUID.fromString(response.data().path("id").asString());
  }

  private String status(Person of, UUID document) {
    return world.get(of, "/documents/" + document).data().path("status").asString();
  }

  private long documentsOf(Person person) {
    return jdbc.sql("select count(*) from document where uploaded_by = :id")
        .param("id", person.id())
        .query(Long.class)
        .single();
  }

  private void makeDue(UUID document) {
    jdbc.sql("update document set next_scan_at = now() where id = :id and next_scan_at is not null")
        .param("id", document)
        .update();
  }

  @Test
  void a_virus_is_told_to_its_uploader_and_no_byte_of_it_is_kept() {
    var pair = world.pair();
    var uploaded =
        world.form(
            pair.patient(),
            "/documents/upload",
            new Form().field("entity_id", pair.patient().id()).file("a.txt", BAD));

    assertThat(uploaded.status()).isEqualTo(200);
    assertThat(uploaded.data().path("status").asString()).isEqualTo("rejected");
    var document = id(uploaded);
    assertThat(bucket.ids()).doesNotContain(document.toString());
    assertThat(status(pair.patient(), document)).isEqualTo("rejected");
    assertThat(status(world.admin(), document)).isEqualTo("rejected");
    var path = "/documents/" + document;
    assertThat(world.get(pair.doctor(), path).status()).isEqualTo(404);
    assertThat(world.download(pair.patient(), path + "/download").statusCode()).isEqualTo(404);
    assertThat(
            world
                .post(
                    pair.patient(),
                    pair.path() + "/reports",
                    Map.of(
                        "title",
                        "t",
                        "report_type",
                        "other",
                        "document_ids",
                        new UUID[] {document}))
                .data()
                .path("report_documents"))
        .isEmpty();
    assertThat(world.delete(pair.patient(), path).status()).isEqualTo(204);
    assertThat(documentsOf(pair.patient())).isZero();
  }

  @Test
  void where_a_file_is_part_of_something_a_virus_is_refused_and_nothing_is_stored() {
    var pair = world.pair();
    world.post(pair.doctor(), pair.path() + "/case-history", Map.of("summary", "s"));

    var refused =
        world.form(
            pair.doctor(), pair.path() + "/case-history/documents", new Form().file("a.txt", BAD));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.toString()).contains("has a virus");
    assertThat(world.handOver(pair.patient(), "a.txt", new ByteArrayInputStream(BAD)).status())
        .isEqualTo(422);
    assertThat(documentsOf(pair.doctor()) + documentsOf(pair.patient())).isZero();
  }

  @Test
  void an_upload_is_pending_until_the_scanner_has_looked() {
    var pair = world.pair();
    Surroundings.CLAMD.is(Mood.AWAY);
    var good =
        id(
            world.form(
                pair.patient(),
                "/documents/upload",
                new Form().field("entity_id", pair.patient().id()).file("a.txt", GOOD)));
    var bad = id(upload(pair.patient(), BAD));
    assertThat(status(pair.patient(), good)).isEqualTo("pending");
    assertThat(world.get(pair.doctor(), "/documents/" + good).status()).isEqualTo(404);
    assertThat(world.download(pair.patient(), "/documents/" + bad + "/download").statusCode())
        .isEqualTo(404);
    makeDue(good);
    makeDue(bad);
    queue.scan();
    assertThat(status(pair.patient(), good)).isEqualTo("pending");
    // whole, though nobody has looked: not the janitor's
    janitor.removeUnfinished(Duration.ZERO);
    assertThat(world.confirm(good).data().path("status").asString("")).isNotEqualTo("available");

    Surroundings.CLAMD.is(Mood.AWAKE);
    makeDue(good);
    makeDue(bad);
    queue.scan();

    assertThat(status(pair.patient(), good)).isEqualTo("available");
    assertThat(world.download(pair.doctor(), "/documents/" + good + "/download").body())
        .isEqualTo(GOOD);
    assertThat(status(pair.patient(), bad)).isEqualTo("rejected");
    assertThat(bucket.ids()).contains(good.toString()).doesNotContain(bad.toString());
  }

  @Test
  void what_must_be_there_at_once_waits_for_nobody() {
    var pair = world.pair();
    world.post(pair.doctor(), pair.path() + "/case-history", Map.of("summary", "s"));
    Surroundings.CLAMD.is(Mood.AWAY);

    assertThat(
            world
                .form(
                    pair.doctor(),
                    pair.path() + "/case-history/documents",
                    new Form().file("a.txt", GOOD))
                .status())
        .isEqualTo(503);
    assertThat(world.handOver(pair.patient(), "a.txt", new ByteArrayInputStream(GOOD)).status())
        .isEqualTo(503);
    assertThat(documentsOf(pair.doctor()) + documentsOf(pair.patient())).isZero();
  }
}
