package poca.records.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.contracts.fact.PhotoFact;
import poca.platform.sql.Sql;
import poca.recordstest.Pictures;
import poca.recordstest.RealRecords;
import poca.recordstest.Samples;
import poca.recordstest.World;
import poca.testkit.world.Bus;
import poca.testkit.world.Person;
import poca.testkit.world.Response;
import tools.jackson.databind.json.JsonMapper;

@RealRecords
class PhotoIT {

  private static final JsonMapper JSON = new JsonMapper();

  @Autowired World world;
  @Autowired JdbcClient jdbc;
  @Autowired Photos photos;

  /// As the directory asks before it sets a photo.
  private Response prepare(UUID document, Person by, UUID account) {
    return world.internal(
        "PUT",
        "/internal/photos/" + document,
        JSON.writeValueAsString(
            Map.of("by", by.id(), "role", by.role().wire(), "account", account)));
  }

  private static void tell(UUID profile, @Nullable UUID document, long version) {
    var body =
        JSON.createObjectNode()
            .put("profile", profile.toString())
            .put("document", document == null ? null : document.toString())
            .put("version", version)
            .put("addedLater", "x");
    Bus.tell(PhotoFact.TOPIC.name(), "PhotoSet", profile.toString(), body);
  }

  private HttpResponse<byte[]> look(UUID document, String... headers) {
    return world.download(null, "/documents/" + document + "/download", headers);
  }

  private void awaitLook(UUID document, int status) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(look(document).statusCode()).isEqualTo(status));
  }

  private UUID shown(Person person, byte[] picture) {
    var document = world.upload(person, "me", picture);
    assertThat(prepare(document, person, person.id()).body().path("shown").asBoolean()).isTrue();
    tell(person.id(), document, 1);
    awaitLook(document, 200);
    return document;
  }

  @Test
  void everybody_sees_the_picture_that_was_set_and_not_where_it_was_taken() {
    var doctor = world.doctor();
    var original = Pictures.fromTelephone(80, 40, 6);
    var document = world.upload(doctor, "me.jpg", original);
    assertThat(look(document).statusCode()).isEqualTo(401);
    assertThat(prepare(document, doctor, doctor.id()).body().path("shown").asBoolean()).isTrue();
    assertThat(look(document).statusCode()).isEqualTo(401);

    tell(doctor.id(), document, 1);
    awaitLook(document, 200);

    var seen = look(document);
    assertThat(new String(seen.body(), StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif", Pictures.PLACE);
    assertThat(Pictures.read(seen.body()).getHeight()).isEqualTo(80);
    var headers = seen.headers();
    assertThat(headers.firstValue("Content-Type")).contains("image/jpeg");
    assertThat(headers.firstValue("Content-Length")).contains("" + seen.body().length);
    assertThat(headers.firstValue("Cache-Control")).contains("public, max-age=300");
    assertThat(headers.firstValue("Vary")).contains("Authorization");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    var etag = headers.firstValue("ETag").orElseThrow();
    assertThat(look(document, "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(look(document, "If-Match", "\"nope\"").statusCode()).isEqualTo(412);
    var head = world.bytes(null, "HEAD", "/documents/" + document + "/download");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("ETag")).contains(etag);

    var path = "/documents/" + document;
    var own = world.download(doctor, path + "/download");
    assertThat(own.body()).isEqualTo(original);
    assertThat(own.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(world.get(doctor, path).data().path("is_public").asBoolean()).isTrue();
    var patient = world.patient();
    assertThat(world.download(patient, path + "/download").body()).isEqualTo(seen.body());
    assertThat(world.get(patient, path).status()).isEqualTo(404);
    // a bad token is a bad token, whatever is asked with it
    assertThat(look(document, "Authorization", "Bearer nonsense").statusCode()).isEqualTo(401);
    assertThat(look(document, "Authorization", "Basic x").statusCode()).isEqualTo(401);
  }

  @Test
  void nobody_sees_it_any_more_once_the_profile_has_another_or_none() {
    var doctor = world.doctor();
    var document = shown(doctor, Pictures.of("png", 30, 20));
    var other = world.upload(doctor, "other.png", Pictures.of("png", 20, 20));
    prepare(other, doctor, doctor.id());

    tell(doctor.id(), other, 5);
    awaitLook(document, 401);
    awaitLook(other, 200);
    assertThat(world.get(doctor, "/documents/" + document).data().path("is_public").asBoolean())
        .isFalse();

    tell(doctor.id(), document, 4); // late
    Bus.tell(
        PhotoFact.TOPIC.name(), "PhotoFramed", doctor.id().toString(), JSON.createObjectNode());
    tell(doctor.id(), null, 6);
    tell(doctor.id(), null, 6);
    awaitLook(other, 401);
    assertThat(look(document).statusCode()).isEqualTo(401);
  }

  @Test
  void a_picture_that_two_profiles_have_is_seen_until_both_have_another() {
    var parent = world.patient();
    var document = shown(parent, Pictures.of("png", 30, 20));
    var child = UUID.randomUUID();
    tell(child, document, 1);
    var witness = shown(world.doctor(), Pictures.of("png", 30, 20));

    tell(parent.id(), null, 2);
    await()
        .untilAsserted(() ->
            assertThat(
                    jdbc.sql("select version from photo where profile_id = :id")
                        .param("id", parent.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(2));
    assertThat(look(document).statusCode()).isEqualTo(200);
    tell(child, null, 2);
    awaitLook(document, 401);
    assertThat(look(witness).statusCode()).isEqualTo(200);
  }

  @Test
  void it_ends_with_its_document() {
    var doctor = world.doctor();
    var document = shown(doctor, Pictures.of("png", 30, 20));

    assertThat(world.delete(doctor, "/documents/" + document).status()).isEqualTo(204);

    assertThat(look(document).statusCode()).isEqualTo(401);
    assertThat(
            jdbc.sql("select count(*) from photo_copy where document_id = :id")
                .param("id", document)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void what_others_uploaded_is_not_an_account_s_to_show() {
    var doctor = world.doctor();
    var stranger = world.upload(world.patient(), "a.png", Pictures.of("png", 9, 9));
    assertThat(prepare(stranger, doctor, doctor.id()).body().path("shown").asBoolean()).isFalse();
    assertThat(prepare(UUID.randomUUID(), doctor, doctor.id()).body().path("shown").asBoolean())
        .isFalse();

    var admin = world.admin();
    var byAdmin = world.upload(admin, "a.png", Pictures.of("png", 9, 9));
    assertThat(prepare(byAdmin, doctor, doctor.id()).body().path("shown").asBoolean()).isTrue();
    assertThat(prepare(stranger, admin, doctor.id()).body().path("shown").asBoolean()).isFalse();
    var pair = world.pair();
    var scan = world.upload(admin, "scan.png", Pictures.of("png", 9, 9));
    world.post(
        admin,
        pair.path() + "/reports",
        Map.of("title", "t", "report_type", "imaging", "document_ids", new UUID[] {scan}));
    assertThat(prepare(scan, pair.doctor(), pair.doctor().id()).body().path("shown").asBoolean())
        .isFalse();
    var own = world.upload(doctor, "a.png", Pictures.of("png", 9, 9));
    assertThat(prepare(own, admin, doctor.id()).body().path("shown").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"noise", "bomb", "pdf", "heic"})
  void what_cannot_be_shown_is_refused(String kind) {
    var doctor = world.doctor();
    var bytes =
        switch (kind) {
          case "noise" -> Samples.png(5000);
          case "bomb" -> Pictures.bomb(60_000, 60_000);
          case "pdf" -> Samples.pdf(5000);
          default ->
              Samples.with(
                  new byte[400],
                  0,
                  new byte[] {
                    0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c', 0, 0, 0, 0, 'm', 'i', 'f',
                    '1', 'h', 'e', 'i', 'c'
                  });
        };
    var document = world.upload(doctor, "a", bytes);

    var refused = prepare(document, doctor, doctor.id());

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.toString()).contains("photo");
  }

  @Test
  void a_copy_that_no_profile_has_is_forgotten_after_a_day() {
    var doctor = world.doctor();
    var kept = shown(doctor, Pictures.WEBP);
    var left = world.upload(doctor, "a.gif", Pictures.of("gif", 9, 9));
    prepare(left, doctor, doctor.id());
    var fresh = world.upload(doctor, "b.bmp", Pictures.of("bmp", 9, 9));
    prepare(fresh, doctor, doctor.id());
    jdbc.sql("update photo_copy set wanted_at = :then where document_id in (:kept, :left)")
        .param("then", Sql.time(Instant.now().minus(Duration.ofDays(2))))
        .param("kept", kept)
        .param("left", left)
        .update();

    photos.forget();

    assertThat(
            jdbc.sql("select document_id from photo_copy where document_id in (:a, :b, :c)")
                .param("a", kept)
                .param("b", left)
                .param("c", fresh)
                .query(UUID.class)
                .list())
        .containsExactlyInAnyOrder(kept, fresh);
  }
}
