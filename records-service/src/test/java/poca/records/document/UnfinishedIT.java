package poca.records.document;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.platform.ScratchFolder;
import poca.recordstest.Bucket;
import poca.recordstest.Form;
import poca.recordstest.RealRecords;
import poca.recordstest.Samples;
import poca.recordstest.Surroundings;
import poca.recordstest.Wire;
import poca.recordstest.World;
import poca.testkit.world.Person;

/// What a crash or a store that is away leaves of an upload.
@RealRecords
class UnfinishedIT {

  @Autowired World world;
  @Autowired JdbcClient jdbc;
  @Autowired Bucket bucket;
  @Autowired UploadJanitor janitor;
  @Autowired ScratchFolder scratch;

  @AfterEach
  void mend() {
    Wire.mend();
    Surroundings.NEIGHBOURS.chatIsAway(false);
  }

  @Test
  void parts_of_an_upload_lie_where_the_next_start_finds_them() throws Exception {
    var person = world.patient();
    var upload = anUpload(person.token());
    try (var client = new Socket(InetAddress.getLoopbackAddress(), world.port())) {
      client.getOutputStream().write(upload, 0, upload.length / 2);
      await().atMost(Duration.ofSeconds(10)).until(() -> biggest(scratch.path()) > 500_000);
      client.getOutputStream().write(upload, upload.length / 2, upload.length - upload.length / 2);
      assertThat(new String(client.getInputStream().readNBytes(12), US_ASCII))
          .isEqualTo("HTTP/1.1 200");
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> biggest(scratch.path()) == 0);
  }

  @Test
  void what_was_given_up_is_nobodys_and_goes_with_its_bytes_when_the_store_is_back() {
    var person = world.patient();
    var id = handOver(person);
    Wire.cutUpwardsAfter(0);
    janitor.removeUnfinished(Duration.ZERO);

    // there may be bytes, so there is a row
    assertThat(status(id)).containsExactly("removing");
    assertThat(world.get(person, "/documents/" + id).status()).isEqualTo(404);
    assertThat(world.get(world.admin(), "/documents/" + id).status()).isEqualTo(404);
    var confirmed = world.confirm(id);
    assertThat(confirmed.status()).isEqualTo(404);

    Wire.mend();
    Surroundings.NEIGHBOURS.chatIsAway(true); // nothing is left to ask
    janitor.removeUnfinished(Duration.ZERO);
    assertThat(status(id)).isEmpty();
    assertThat(bucket.ids()).doesNotContain(id.toString());
  }

  @Test
  void a_removal_that_a_crash_cut_short_is_finished() {
    var pair = world.pair();
    var withBytes = handOver(pair.patient());
    var without = handOver(pair.patient());
    var live = world.upload(pair.patient(), "live.pdf", Samples.pdf(1000));
    jdbc.sql("update document set status = 'removing', sha256 = null where id in (:ids)")
        .param("ids", List.of(withBytes, without))
        .update();
    bucket.remove(without);
    // whoever says now that it was sent comes too late
    Surroundings.NEIGHBOURS.sent(withBytes, pair.doctor().id(), pair.patient().id());

    janitor.removeUnfinished(Duration.ZERO);
    assertThat(status(withBytes)).isEmpty();
    assertThat(status(without)).isEmpty();
    assertThat(status(live)).containsExactly("available");
    assertThat(bucket.ids()).contains(live.toString()).doesNotContain(withBytes.toString());
  }

  private UUID handOver(Person by) {
    var response = world.handOver(by, "a.pdf", new ByteArrayInputStream(Samples.pdf(1000)));
    return UUID.fromString(response.body().path("id").asString());
  }

  private List<String> status(UUID id) {
    return jdbc.sql("select status from document where id = :id")
        .param("id", id)
        .query(String.class)
        .list();
  }

  private static byte[] anUpload(String token) {
    var body = new Form().file("scan.pdf", Samples.pdf(2_000_000)).body();
    var head =
        """
        POST /api/v1/documents/upload HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Type: %s
        Content-Length: %d

        """
            .formatted(token, Form.TYPE, body.length)
            .replace("\n", "\r\n")
            .getBytes(US_ASCII);
    return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
  }

  private static long biggest(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .mapToLong(file -> file.toFile().length())
          .max()
          .orElse(0);
    }
  }
}
