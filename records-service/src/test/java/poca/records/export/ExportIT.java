package poca.records.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.recordstest.RealRecords;
import poca.recordstest.Samples;
import poca.recordstest.Surroundings;
import poca.recordstest.World;
import poca.testkit.world.AuditRows;
import poca.testkit.world.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RealRecords
class ExportIT {

  private static final JsonMapper JSON = new JsonMapper();

  @Autowired World world;
  @Autowired JdbcClient jdbc;

  private World.Pair pair;
  private Person parent;
  private UUID chat;
  private UUID session;

  /// A parent and a child that a doctor treats, and what the other services know of the child.
  @BeforeEach
  void aChildWithAParent() {
    pair = world.pair();
    parent = world.patient();
    world.relate(RelationKind.RELATED, parent.id(), pair.patient().id());
    chat = UUID.randomUUID();
    session = UUID.randomUUID();
    var child = pair.patient().id();
    shows(
        "/patients/" + child, "{\"id\":\"%s\",\"name\":\"Kim\",\"user_id\":null}".formatted(child));
    shows("/patients/" + child + "/doctors", "[{\"id\":\"%s\"}]".formatted(pair.doctor().id()));
    shows("/patients/" + child + "/hospitals", "[]");
    shows(
        "/patients/user/" + parent.id(),
        "{\"patients\":[{\"id\":\"%s\",\"relation\":\"child\"},{\"id\":\"%s\",\"relation\":\"friend\"}],\"next_cursor\":null}"
            .formatted(child, UUID.randomUUID()));
    shows("/appointments/patient/" + child, "{\"appointments\":[],\"next_cursor\":null}");
    shows(
        "/chats/patient/" + child,
        "{\"chats\":[{\"id\":\"%s\"}],\"next_cursor\":null}".formatted(chat));
    shows(
        "/chats/" + chat + "/messages",
        "{\"messages\":[{\"message\":\"second\"}],\"next_cursor\":\"more\"}");
    shows(
        "/chats/" + chat + "/messages?cursor=more",
        "{\"messages\":[{\"message\":\"first\"}],\"next_cursor\":null}");
    shows(
        "/ai/sessions", "{\"sessions\":[{\"id\":\"%s\"}],\"next_cursor\":null}".formatted(session));
    shows(
        "/ai/sessions/" + session + "/messages",
        "{\"messages\":[{\"message\":\"a cough\"}],\"next_cursor\":null}");
    shows("/patients/" + child + "/access-log", "{\"entries\":[],\"next_cursor\":null}");
  }

  @AfterEach
  void mend() {
    Surroundings.NEIGHBOURS.showNothing();
  }

  private static void shows(String path, String data) {
    Surroundings.NEIGHBOURS.shows("/api/v1" + path, data);
  }

  private String path() {
    return pair.path() + "/export";
  }

  private static Map<String, byte[]> entries(byte[] zip) {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  private static JsonNode json(Map<String, byte[]> entries, String name) {
    return JSON.readTree(entries.get(name));
  }

  @Test
  void a_parent_gets_all_that_there_is_of_the_child() throws Exception {
    var scan = Samples.png(200_000);
    var attached =
        world.post(pair.doctor(), pair.path() + "/case-history", Map.of("summary", "as it began"));
    assertThat(attached.status()).isEqualTo(200);
    world.put(pair.doctor(), pair.path() + "/case-history", Map.of("summary", "as it went on"));
    var document = world.upload(pair.doctor(), "Röntgen.png", scan);
    world.post(
        pair.doctor(),
        pair.path() + "/reports",
        Map.of("title", "Chest", "report_type", "imaging", "document_ids", List.of(document)));
    world.upload(parent, "mine.png", Samples.png(100));
    var other = world.pair();
    world.post(other.doctor(), other.path() + "/case-history", Map.of("summary", "SOMEBODY ELSE"));

    var answer = world.download(parent, path());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    var entries = entries(answer.body());
    assertThat(json(entries, "profile.json").path("name").asString()).isEqualTo("Kim");
    assertThat(json(entries, "relations.json")).hasSize(1);
    assertThat(json(entries, "relations.json").path(0).path("relation").asString())
        .isEqualTo("child");
    assertThat(json(entries, "doctors.json").path(0).path("id").asString())
        .isEqualTo(pair.doctor().id().toString());
    assertThat(json(entries, "chats/" + chat + ".json"))
        .extracting(message -> message.path("message").asString())
        .containsExactly("second", "first");
    assertThat(json(entries, "ai_sessions/" + session + ".json")).hasSize(1);
    assertThat(json(entries, "case_histories.json"))
        .extracting(version -> version.path("summary").asString())
        .containsExactly("as it began", "as it went on");
    assertThat(json(entries, "reports.json").path(0).path("report_type").asString())
        .isEqualTo("imaging");
    assertThat(json(entries, "attachments.json").path(0).path("document_id").asString())
        .isEqualTo(document.toString());
    assertThat(json(entries, "documents.json"))
        .extracting(one -> one.path("id").asString())
        .containsExactly(document.toString());
    assertThat(entries.get("files/" + document + "/Röntgen.png")).isEqualTo(scan);
    entries.forEach((name, bytes) ->
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("SOMEBODY ELSE"));

    assertThat(List.copyOf(entries.keySet()).getLast()).isEqualTo("index.json");
    var index = json(entries, "index.json");
    assertThat(index.path("patient_id").asString()).isEqualTo(pair.patient().id().toString());
    var counted = new LinkedHashMap<String, String>();
    for (var entry : index.path("entries")) {
      counted.put(entry.path("name").asString(), entry.path("sha256").asString());
    }
    var sha256 = MessageDigest.getInstance("SHA-256");
    entries.forEach((name, bytes) -> {
      if (!name.equals("index.json")) {
        assertThat(counted).containsEntry(name, HexFormat.of().formatHex(sha256.digest(bytes)));
      }
    });
    assertThat(counted).hasSize(entries.size() - 1);
    assertThat(index.path("entries"))
        .anySatisfy(entry -> {
          assertThat(entry.path("name").asString()).isEqualTo("chats/" + chat + ".json");
          assertThat(entry.path("items").asInt()).isEqualTo(2);
        });
    assertThat(Surroundings.NEIGHBOURS.askedInTheNameOf()).containsOnly(parent.token());
  }

  @Test
  void an_admin_gets_it_too_and_others_do_not() {
    assertThat(entries(world.download(world.admin(), path()).body())).containsKey("index.json");
    assertThat(world.download(null, path()).statusCode()).isEqualTo(401);
    for (var other : List.of(pair.doctor(), world.patient(), world.hospital())) {
      assertThat(world.download(other, path()).statusCode()).isEqualTo(403);
    }
    assertThat(
            world
                .download(world.admin(), "/patients/" + UUID.randomUUID() + "/export")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void nothing_is_begun_while_somebody_does_not_answer() {
    Surroundings.NEIGHBOURS.showsNoMore("/api/v1/ai/sessions");

    assertThat(world.download(parent, path()).statusCode()).isEqualTo(503);

    shows("/ai/sessions", "{\"sessions\":[],\"next_cursor\":null}");
    assertThat(world.download(parent, path()).statusCode()).isEqualTo(200);
  }

  @Test
  void what_fails_later_breaks_the_connection_and_the_account_may_try_again() {
    Surroundings.NEIGHBOURS.showsNoMore("/api/v1/chats/" + chat + "/messages?cursor=more");

    assertThatThrownBy(() -> world.download(parent, path()))
        .isInstanceOf(UncheckedIOException.class);

    shows("/chats/" + chat + "/messages?cursor=more", "{\"messages\":[],\"next_cursor\":null}");
    assertThat(entries(world.download(parent, path()).body())).containsKey("index.json");
  }

  @Test
  void an_account_has_one_at_a_time_and_does_not_wait_for_one_that_was_killed() {
    jdbc.sql(
            "insert into export_run (account_id, run, leased_until) values (:id, :id, now() + interval '1 minute')")
        .param("id", parent.id())
        .update();

    var refused = world.download(parent, path());

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("SRV_003");
    assertThat(world.download(world.admin(), path()).statusCode()).isEqualTo(200);
    jdbc.sql("update export_run set leased_until = now() - interval '1 second'").update();
    assertThat(world.download(parent, path()).statusCode()).isEqualTo(200);
  }

  @Test
  void a_look_hands_nothing_over() {
    var head = world.bytes(parent, "HEAD", path());

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Type")).contains("application/zip");
    assertThat(Surroundings.NEIGHBOURS.askedInTheNameOf()).isEmpty();
    AuditRows.one(
        new AuditRows(jdbc).by(parent),
        "read export",
        pair.patient().id(),
        pair.patient().id(),
        "granted related");
  }
}
