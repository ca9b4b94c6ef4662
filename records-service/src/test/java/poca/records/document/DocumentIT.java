package poca.records.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.contracts.Role;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.recordstest.Bucket;
import poca.recordstest.Form;
import poca.recordstest.RealRecords;
import poca.recordstest.Samples;
import poca.recordstest.Surroundings;
import poca.recordstest.Wire;
import poca.recordstest.World;
import poca.testkit.world.Person;

@RealRecords
class DocumentIT {

  private static final int LARGEST = 26_214_400;

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
  void an_uploaded_file_is_described_as_the_contract_says() throws Exception {
    var hospital = world.person(Role.HOSPITAL);
    var content = Samples.pdf(3_000_000);
    var response =
        world.form(
            hospital,
            "/documents/upload",
            new Form()
                .field("remark", "as agreed")
                .field("entity_id", "ward 7")
                .field("document_type", "report")
                .file("../Röntgen.pdf", "text/html", content));
    assertThat(response.status()).as(response.toString()).isEqualTo(200);
    var doc = response.data();
    assertThat(doc.propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "status",
            "file_name",
            "size",
            "content_type",
            "sha256",
            "is_public",
            "link",
            "document_type",
            "uploaded_by",
            "uploaded_by_role",
            "remark",
            "entity_id",
            "upload_timestamp",
            "created_at",
            "download_link");
    assertThat(doc.path("status").asString()).isEqualTo("available");
    assertThat(doc.path("file_name").asString()).isEqualTo("Röntgen.pdf");
    assertThat(doc.path("size").asInt()).isEqualTo(content.length);
    assertThat(doc.path("content_type").asString()).isEqualTo("application/pdf");
    assertThat(doc.path("sha256").asString())
        .isEqualTo(
            HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content)));
    assertThat(doc.path("document_type").asString()).isEqualTo("report");
    assertThat(doc.path("uploaded_by").asString()).isEqualTo(hospital.id().toString());
    assertThat(doc.path("uploaded_by_role").asString()).isEqualTo("hospital");
    assertThat(doc.path("entity_id").asString()).isEqualTo("ward 7");
    assertThat(doc.path("link").asString())
        .isEqualTo(
            "http://localhost:8000/api/v1/documents/" + doc.path("id").asString() + "/download");
    assertThat(world.get(hospital, "/documents/" + doc.path("id").asString()).data())
        .isEqualTo(doc);
  }

  @Test
  void what_may_not_be_kept_is_refused_and_leaves_nothing() {
    var person = world.doctor();
    assertThat(upload(person, "scan.png", "image/png", "MZ\0\u0001\u0002".getBytes(UTF_8)))
        .isEqualTo(415);
    assertThat(upload(person, "x.pdf", "application/pdf", Samples.text("<html>hi</html>")))
        .isEqualTo(415);
    var late = Samples.with(Samples.text("x".repeat(6_000_000)), 5_900_000, new byte[] {0, 1});
    assertThat(upload(person, "notes.txt", "text/plain", late)).isEqualTo(415);
    assertThat(upload(person, "empty.png", "image/png", new byte[0])).isEqualTo(422);
    assertThat(upload(person, "big.pdf", "application/pdf", Samples.pdf(LARGEST + 1)))
        .isEqualTo(413);
    var handed =
        world.handOver(person, "big.pdf", new ByteArrayInputStream(Samples.pdf(LARGEST + 1)));
    assertThat(handed.status()).isEqualTo(413);
    assertThat(handed.code()).isEqualTo("VAL_001");
    var without = world.form(person, "/documents/upload", new Form().field("remark", "no file"));
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.data().path("details").path("errors").get(0).path("loc").get(1).asString())
        .isEqualTo("file");
    assertThat(
            world
                .form(
                    person,
                    "/documents/upload",
                    new Form().field("document_type", "Report").file("a.pdf", Samples.pdf(99)))
                .status())
        .isEqualTo(422);
    assertNothingOf(person);
    assertThat(upload(person, "lies.txt", "text/plain", Samples.png(LARGEST))).isEqualTo(200);
  }

  @Test
  void a_store_that_breaks_in_the_middle_leaves_nothing() {
    var person = world.doctor();
    Wire.cutUpwardsAfter(7_000_000);
    var response =
        world.form(
            person, "/documents/upload", new Form().file("scan.pdf", Samples.pdf(9_000_000)));
    assertThat(response.status()).as(response.toString()).isEqualTo(503);
    assertThat(response.code()).isEqualTo("SRV_002");
    Wire.mend();
    // what could not be tidied while the store was away is the janitor's
    janitor.removeUnfinished(Duration.ZERO);
    assertNothingOf(person);
    assertThat(upload(person, "scan.pdf", "x/y", Samples.pdf(9_000_000))).isEqualTo(200);
  }

  @Test
  void a_stranger_cannot_tell_a_document_from_none() {
    var pair = world.pair();
    var document = world.upload(pair.patient(), "a.txt", Samples.text("private"));
    for (var stranger :
        List.of(pair.doctor(), world.doctor(), world.patient(), world.person(Role.HOSPITAL))) {
      for (var path : List.of("/documents/" + document, "/documents/" + document + "/download")) {
        var known = world.get(stranger, path);
        var unknown =
            world.get(stranger, path.replace(document.toString(), UUID.randomUUID().toString()));
        assertThat(known.status()).isEqualTo(404);
        assertThat(known.message()).isEqualTo("Document not found").isEqualTo(unknown.message());
        assertThat(known.code()).isEqualTo(unknown.code());
      }
      assertThat(world.post(stranger, "/documents/" + document + "/download-token", "").status())
          .isEqualTo(404);
      assertThat(
              world
                  .urlencoded(
                      stranger,
                      "/documents/" + document + "/link",
                      "entity_id=x&document_type=other")
                  .status())
          .isEqualTo(404);
    }
    // nor when somebody who must be asked is away
    Surroundings.NEIGHBOURS.chatIsAway(true);
    assertThat(world.get(world.doctor(), "/documents/" + document).status()).isEqualTo(503);
    assertThat(world.get(world.doctor(), "/documents/" + UUID.randomUUID()).status())
        .isEqualTo(503);
    assertThat(world.get(pair.patient(), "/documents/" + document).status()).isEqualTo(200);
    assertThat(world.get(world.admin(), "/documents/" + document).status()).isEqualTo(200);
    assertThat(world.get(world.admin(), "/documents/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(world.get(pair.patient(), "/documents/nonsense").status()).isEqualTo(422);
  }

  @Test
  void a_label_opens_a_document_only_to_whom_its_uploader_may_write() {
    var pair = world.pair();
    var hospital = world.person(Role.HOSPITAL);
    world.relate(RelationKind.ADMITS, hospital.id(), pair.patient().id());
    var document = world.upload(pair.patient(), "a.txt", Samples.text("private"));
    var path = "/documents/" + document;

    // somebody else's patient: a label without effect
    var other = world.pair();
    var form = "document_type=other&entity_id=";
    assertThat(
            world.urlencoded(pair.patient(), path + "/link", form + other.patient().id()).status())
        .isEqualTo(200);
    assertThat(world.get(other.doctor(), path).status()).isEqualTo(404);

    var linked = world.urlencoded(pair.patient(), path + "/link", form + pair.patient().id());
    assertThat(linked.data().path("entity_id").asString())
        .isEqualTo(pair.patient().id().toString());
    assertThat(world.get(pair.doctor(), path).status()).isEqualTo(200);
    assertThat(world.get(hospital, path).status()).isEqualTo(200);
    assertThat(world.get(other.doctor(), path).status()).isEqualTo(404);
    // a reader may not file it elsewhere
    assertThat(world.urlencoded(pair.doctor(), path + "/link", form + "x").status()).isEqualTo(403);
    assertThat(world.urlencoded(pair.patient(), path + "/link", "entity_id=x").status())
        .isEqualTo(422);

    world.part(RelationKind.TREATS, pair.doctor().id(), pair.patient().id());
    assertThat(world.get(pair.doctor(), path).status()).isEqualTo(404);
    assertThat(world.urlencoded(pair.patient(), path + "/link", form + "x").status())
        .isEqualTo(200);
    assertThat(world.get(hospital, path).status()).isEqualTo(404);
  }

  @Test
  void a_file_of_a_message_waits_until_the_message_is_sent() {
    var pair = world.pair();
    var content = Samples.pdf(12_000_000);
    var handed = world.handOver(pair.patient(), "my scan.pdf", new ByteArrayInputStream(content));
    assertThat(handed.status()).as(handed.toString()).isEqualTo(200);
    assertThat(handed.body().path("status").asString()).isEqualTo("pending");
    assertThat(handed.body().path("file_name").asString()).isEqualTo("my scan.pdf");
    assertThat(handed.body().path("uploaded_by").asString())
        .isEqualTo(pair.patient().id().toString());
    var id = UUID.fromString(handed.body().path("id").asString());

    assertThat(world.get(pair.patient(), "/documents/" + id).data().path("status").asString())
        .isEqualTo("pending");
    assertThat(world.get(pair.patient(), "/documents/" + id + "/download").status()).isEqualTo(404);
    assertThat(world.get(pair.doctor(), "/documents/" + id).status()).isEqualTo(404);

    // sent, though no fact of it has reached us
    Surroundings.NEIGHBOURS.sent(id, pair.doctor().id(), pair.patient().id());
    assertThat(world.get(world.doctor(), "/documents/" + id).status()).isEqualTo(404);
    assertThat(world.download(pair.doctor(), "/documents/" + id + "/download").body())
        .isEqualTo(content);
    assertThat(world.get(pair.doctor(), "/documents/" + id).data().path("status").asString())
        .isEqualTo("available");
    // what was learnt is not asked again
    Surroundings.NEIGHBOURS.chatIsAway(true);
    assertThat(world.get(pair.doctor(), "/documents/" + id).status()).isEqualTo(200);
  }

  @Test
  void the_janitor_removes_what_was_never_sent_and_nothing_else() {
    var pair = world.pair();
    var sent = handOver(pair.patient());
    var forgotten = handOver(pair.patient());
    var confirmed = handOver(pair.patient());
    Surroundings.NEIGHBOURS.sent(sent, pair.doctor().id(), pair.patient().id());
    jdbc.sql("update document set status = 'available' where id = :id")
        .param("id", confirmed)
        .update();

    Surroundings.NEIGHBOURS.chatIsAway(true);
    janitor.removeUnfinished(Duration.ZERO);
    assertThat(bucket.ids()).contains(sent.toString(), forgotten.toString(), confirmed.toString());

    Surroundings.NEIGHBOURS.chatIsAway(false);
    janitor.removeUnfinished(Duration.ofMinutes(15));
    assertThat(bucket.ids()).contains(forgotten.toString());
    janitor.removeUnfinished(Duration.ZERO);
    assertThat(bucket.ids())
        .contains(sent.toString(), confirmed.toString())
        .doesNotContain(forgotten.toString());
    assertThat(world.get(pair.patient(), "/documents/" + forgotten).status()).isEqualTo(404);
    assertThat(world.get(pair.doctor(), "/documents/" + sent).data().path("status").asString())
        .isEqualTo("available");

    jdbc.sql("delete from document where id = :id").param("id", confirmed).update();
    janitor.removeObjectsWithoutRow(Duration.ofHours(1));
    assertThat(bucket.ids()).contains(confirmed.toString());
    janitor.removeObjectsWithoutRow(Duration.ofSeconds(-5));
    assertThat(bucket.ids()).contains(sent.toString()).doesNotContain(confirmed.toString());
  }

  @Test
  void a_file_that_is_confirmed_counts_in_the_statistics() {
    var admin = world.admin();
    var before = world.get(admin, "/documents/storage/stats").data();
    world.upload(world.patient(), "a.txt", Samples.text("0123456789"));
    var after = world.get(admin, "/documents/storage/stats").data();
    assertThat(after.path("total_documents").asLong())
        .isEqualTo(before.path("total_documents").asLong() + 1);
    assertThat(after.path("total_size_bytes").asLong())
        .isEqualTo(before.path("total_size_bytes").asLong() + 10);
    assertThat(after.path("total_size_mb").isNumber()).isTrue();
    assertThat(world.get(world.doctor(), "/documents/storage/stats").status()).isEqualTo(403);
  }

  private UUID handOver(Person by) {
    var response = world.handOver(by, "a.pdf", new ByteArrayInputStream(Samples.pdf(1000)));
    return UUID.fromString(response.body().path("id").asString());
  }

  private int upload(Person by, String name, String type, byte[] content) {
    return world.form(by, "/documents/upload", new Form().file(name, type, content)).status();
  }

  private void assertNothingOf(Person person) {
    assertThat(
            jdbc.sql("select count(*) from document where uploaded_by = :by")
                .param("by", person.id())
                .query(Long.class)
                .single())
        .isZero();
    var known = jdbc.sql("select id::text from document").query(String.class).list();
    assertThat(known).containsAll(bucket.ids());
  }
}
