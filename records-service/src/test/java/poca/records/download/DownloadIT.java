package poca.records.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.recordstest.Bucket;
import poca.recordstest.RealRecords;
import poca.recordstest.Samples;
import poca.recordstest.Wire;
import poca.recordstest.World;
import poca.testkit.world.Person;

@RealRecords
class DownloadIT {

  @Autowired World world;
  @Autowired JdbcClient jdbc;
  @Autowired Bucket bucket;

  @AfterEach
  void mend() {
    Wire.mend();
  }

  @Test
  void a_file_comes_back_byte_for_byte_and_says_what_it_is() {
    var person = world.patient();
    var content = Samples.png(17_000_001);
    var path = "/documents/" + world.upload(person, "Röntgen \u202E1.png", content) + "/download";
    var response = world.download(person, path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(content);
    var headers = response.headers();
    assertThat(headers.firstValue("Content-Type")).contains("image/png");
    assertThat(headers.firstValue("Content-Length")).contains("17000001");
    assertThat(headers.firstValue("Accept-Ranges")).contains("bytes");
    assertThat(headers.firstValue("ETag").orElseThrow()).matches("\"[0-9a-f]{64}\"");
    assertThat(headers.firstValue("Content-Disposition"))
        .contains("attachment; filename=\"R_ntgen 1.png\"; filename*=UTF-8''R%C3%B6ntgen%201.png");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Content-Security-Policy")).contains("sandbox");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");

    var head = world.bytes(person, "HEAD", path);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Length")).contains("17000001");
    assertThat(head.headers().firstValue("ETag")).isEqualTo(headers.firstValue("ETag"));
    assertThat(head.body()).isEmpty();
    assertThat(world.download(null, path).statusCode()).isEqualTo(401);
  }

  @Test
  void a_part_is_a_part() {
    var person = world.patient();
    var content = Samples.png(1_000_000);
    var path = "/documents/" + world.upload(person, "a.png", content) + "/download";
    var part = world.download(person, path, "Range", "bytes=999000-");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(content, 999_000, 1_000_000));
    assertThat(part.headers().firstValue("Content-Range")).contains("bytes 999000-999999/1000000");
    assertThat(part.headers().firstValue("Content-Length")).contains("1000");
    assertThat(world.download(person, path, "Range", "bytes=0-0").body()).hasSize(1);
    assertThat(world.download(person, path, "Range", "bytes=-5").body())
        .isEqualTo(Arrays.copyOfRange(content, 999_995, 1_000_000));
    assertThat(world.download(person, path, "Range", "bytes=0-1,5-6").body()).isEqualTo(content);
    // a part that is all of it is still what was asked for
    for (var all : List.of("bytes=0-", "bytes=0-999999", "bytes=0-1000000", "bytes=-2000000")) {
      var whole = world.download(person, path, "Range", all);
      assertThat(whole.statusCode()).as(all).isEqualTo(206);
      assertThat(whole.headers().firstValue("Content-Range")).contains("bytes 0-999999/1000000");
      assertThat(whole.body()).isEqualTo(content);
    }
    var beyond = world.download(person, path, "Range", "bytes=1000000-");
    assertThat(beyond.statusCode()).isEqualTo(416);
    assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */1000000");
    assertThat(new String(beyond.body(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("VAL_001");
  }

  @Test
  void a_part_of_what_the_client_has_is_a_part_and_of_anything_else_all_of_it() {
    var person = world.patient();
    var content = Samples.png(10_000);
    var path = "/documents/" + world.upload(person, "a.png", content) + "/download";
    var etag = world.bytes(person, "HEAD", path).headers().firstValue("ETag").orElseThrow();

    var rest = world.download(person, path, "Range", "bytes=9000-", "If-Range", etag);
    assertThat(rest.statusCode()).isEqualTo(206);
    assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(content, 9_000, 10_000));
    for (var other :
        List.of("\"another\"", "W/" + etag, "Tue, 15 Nov 2033 12:45:26 GMT", "nonsense")) {
      var whole = world.download(person, path, "Range", "bytes=9000-", "If-Range", other);
      assertThat(whole.statusCode()).as(other).isEqualTo(200);
      assertThat(whole.body()).isEqualTo(content);
      // also where the part would not be there
      assertThat(
              world.download(person, path, "Range", "bytes=20000-", "If-Range", other).statusCode())
          .isEqualTo(200);
    }
    assertThat(world.download(person, path, "Range", "bytes=20000-", "If-Range", etag).statusCode())
        .isEqualTo(416);
  }

  @Test
  void a_token_downloads_once_however_many_try() throws Exception {
    var person = world.patient();
    var content = Samples.png(100_000);
    var document = world.upload(person, "a.png", content);
    var issued = world.post(person, "/documents/" + document + "/download-token", "");
    assertThat(issued.status()).isEqualTo(200);
    var token = issued.data().path("download_token").asString();
    assertThat(token).matches("[A-Za-z0-9_-]{43}");
    assertThat(issued.data().path("expires_in_seconds").asInt()).isEqualTo(3600);
    assertThat(issued.data().path("download_url").asString())
        .isEqualTo("http://localhost:8000/api/v1/documents/download-with-token?token=" + token);
    assertThat(issued.data().path("expires_at").asString()).endsWith("Z");
    var path = "/documents/download-with-token?token=" + token;

    assertThat(world.bytes(null, "HEAD", path).statusCode()).isEqualTo(200);
    assertThat(world.download(null, path, "Range", "bytes=100000-").statusCode()).isEqualTo(416);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> attempt =
          () -> {
            var response = world.download(null, path);
            if (response.statusCode() == 200) {
              assertThat(response.body()).isEqualTo(content);
            }
            return response.statusCode();
          };
      var codes =
          threads.invokeAll(Stream.generate(() -> attempt).limit(12).toList()).stream()
              .map(future -> future.resultNow())
              .toList();
      assertThat(codes).containsOnly(200, 404).containsOnlyOnce(200);
    }
    assertThat(world.bytes(null, "HEAD", path).statusCode()).isEqualTo(404);
  }

  @Test
  void who_has_it_already_is_told_so_and_who_wants_another_is_refused() {
    var person = world.patient();
    var content = Samples.png(10_000);
    var document = world.upload(person, "a.png", content);
    var path = "/documents/" + document + "/download";
    var etag = world.bytes(person, "HEAD", path).headers().firstValue("ETag").orElseThrow();

    for (var tags : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
      var same = world.download(person, path, "If-None-Match", tags);
      assertThat(same.statusCode()).isEqualTo(304);
      assertThat(same.body()).isEmpty();
      assertThat(same.headers().firstValue("ETag")).contains(etag);
      assertThat(world.bytes(person, "HEAD", path, "If-None-Match", tags).statusCode())
          .isEqualTo(304);
    }
    for (var tags : List.of("\"nope\"", "nope", "W/" + etag)) {
      for (var method : List.of("GET", "HEAD")) {
        assertThat(world.bytes(person, method, path, "If-Match", tags).statusCode()).isEqualTo(412);
      }
    }
    var both = world.download(person, path, "If-Match", etag, "If-None-Match", "\"nope\"");
    assertThat(both.statusCode()).isEqualTo(200);
    assertThat(both.body()).isEqualTo(content);
    assertThat(world.download(person, path, "If-Match", "*").statusCode()).isEqualTo(200);
    assertThat(world.download(world.patient(), path, "If-None-Match", etag).statusCode())
        .isEqualTo(404);

    var issued = world.post(person, "/documents/" + document + "/download-token", "");
    var once =
        "/documents/download-with-token?token=" + issued.data().path("download_token").asString();
    for (var method : List.of("GET", "HEAD")) {
      assertThat(world.bytes(null, method, once, "If-None-Match", etag).statusCode())
          .isEqualTo(304);
      assertThat(world.bytes(null, method, once, "If-Match", "\"nope\"").statusCode())
          .isEqualTo(412);
    }
    assertThat(world.download(null, once).statusCode()).isEqualTo(200);
    assertThat(world.download(null, once, "If-None-Match", etag).statusCode()).isEqualTo(404);
  }

  @Test
  void as_many_ranges_as_a_header_holds_are_no_range() {
    var person = world.patient();
    var content = Samples.png(10_000);
    var path = "/documents/" + world.upload(person, "a.png", content) + "/download";

    var ranges = "bytes=" + "0-0,".repeat(3_000) + "1-1";

    var answer = world.download(person, path, "Range", ranges);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(content);
  }

  @Test
  void an_expired_token_is_gone_and_an_unknown_one_is_not_found() {
    var person = world.patient();
    var document = world.upload(person, "a.png", Samples.png(1000));
    var token =
        world
            .post(person, "/documents/" + document + "/download-token", "")
            .data()
            .path("download_token")
            .asString();
    jdbc.sql("update download_token set expires_at = now() where document_id = :id")
        .param("id", document)
        .update();
    var path = "/documents/download-with-token?token=";
    // whatever else is sent does not matter
    assertThat(world.download(person, path + token).statusCode()).isEqualTo(410);
    assertThat(world.download(null, path + "A".repeat(43)).statusCode()).isEqualTo(404);
    assertThat(world.download(null, path).statusCode()).isEqualTo(404);
    assertThat(world.download(null, "/documents/download-with-token").statusCode()).isEqualTo(422);
    assertThat(
            jdbc.sql("select count(*) from download_token where hash = convert_to(:t, 'UTF8')")
                .param("t", token)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void a_token_is_not_used_up_by_a_store_that_is_away() {
    var person = world.patient();
    var document = world.upload(person, "a.png", Samples.png(1000));
    var token =
        world
            .post(person, "/documents/" + document + "/download-token", "")
            .data()
            .path("download_token")
            .asString();
    var path = "/documents/download-with-token?token=" + token;
    Wire.cutUpwardsAfter(0);
    assertThat(world.download(null, path).statusCode()).isEqualTo(503);
    Wire.mend();
    assertThat(world.download(null, path).statusCode()).isEqualTo(200);
  }

  @Test
  void a_download_that_breaks_in_the_middle_is_seen_to_be_broken() {
    Person person = world.patient();
    var path = "/documents/" + world.upload(person, "a.png", Samples.png(9_000_000)) + "/download";
    Wire.cutDownwardsAfter(3_000_000);
    assertBreaksOffAtOnce(() -> world.download(person, path));
  }

  @Test
  void a_file_that_is_shorter_in_the_store_ends_its_download_at_once() {
    var person = world.patient();
    var content = Samples.png(200_000);
    var document = world.upload(person, "a.png", content);
    var path = "/documents/" + document + "/download";
    bucket.overwrite(document, bucket.raw(document, 150_000));

    assertBreaksOffAtOnce(() -> world.download(person, path));
    assertBreaksOffAtOnce(() -> world.download(person, path, "Range", "bytes=130000-"));
    assertBreaksOffAtOnce(() -> world.download(person, path, "Range", "bytes=150000-150001"));
    // what is whole before the end is what it was
    assertThat(world.download(person, path, "Range", "bytes=0-99999").body())
        .isEqualTo(Arrays.copyOf(content, 100_000));
  }

  private static void assertBreaksOffAtOnce(ThrowingCallable download) {
    var begun = System.nanoTime();
    assertThatThrownBy(download).isInstanceOf(UncheckedIOException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
  }
}
