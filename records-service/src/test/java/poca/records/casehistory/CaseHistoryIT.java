package poca.records.casehistory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.contracts.Role;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.recordstest.Facts;
import poca.recordstest.Form;
import poca.recordstest.RealRecords;
import poca.recordstest.Samples;
import poca.recordstest.World;

@RealRecords
class CaseHistoryIT {

  @Autowired World world;
  @Autowired JdbcClient jdbc;

  @Test
  void the_newest_is_the_case_history() {
    var pair = world.pair();
    var path = pair.path() + "/case-history";
    var none = world.get(pair.doctor(), path);
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.message()).isEqualTo("Case history not found for this patient");
    assertThat(world.put(pair.doctor(), path, Map.of("summary", "x")).status()).isEqualTo(404);

    var first = world.post(pair.doctor(), path, Map.of("summary", "asthma"));
    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    assertThat(first.data().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "patient_id",
            "summary",
            "ai_summary",
            "documents",
            "created_at",
            "updated_at",
            "document_files");
    assertThat(first.data().path("documents").isNull()).isTrue();
    assertThat(first.data().path("updated_at").isNull()).isTrue();
    assertThat(first.data().path("document_files").isEmpty()).isTrue();

    var second = world.post(pair.patient(), path, Map.of("summary", "asthma, cough"));
    assertThat(second.data().path("id")).isNotEqualTo(first.data().path("id"));
    assertThat(world.get(world.admin(), path).data()).isEqualTo(second.data());

    var changed = world.put(pair.doctor(), path, Map.of("summary", "asthma, no cough"));
    assertThat(changed.data().path("id")).isEqualTo(second.data().path("id"));
    assertThat(changed.data().path("summary").asString()).isEqualTo("asthma, no cough");
    assertThat(changed.data().path("updated_at").isString()).isTrue();
    var unchanged = world.put(pair.doctor(), path, Map.of("colour", "red"));
    assertThat(unchanged.status()).isEqualTo(200);
    assertThat(unchanged.data()).isEqualTo(changed.data());
    told(pair.patient().id(), "CaseHistoryWritten", 3);
  }

  @Test
  void visible_documents_are_attached_and_everything_else_stays_a_word() {
    var pair = world.pair();
    var path = pair.path() + "/case-history";
    var mine = world.upload(pair.doctor(), "mine.pdf", Samples.pdf(100));
    var foreign = world.upload(world.doctor(), "foreign.pdf", Samples.pdf(100));
    var sent =
        List.of(
            mine.toString().toUpperCase(java.util.Locale.ROOT),
            foreign.toString(),
            "see folder 3",
            "");
    var written = world.post(pair.doctor(), path, Map.of("summary", "s", "documents", sent));
    assertThat(written.status()).as(written.toString()).isEqualTo(200);
    assertThat(written.data().path("documents").valueStream().map(n -> n.asString()))
        .isEqualTo(sent);
    var files = written.data().path("document_files");
    assertThat(files.size()).isEqualTo(1);
    assertThat(files.get(0).propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "document_id",
            "case_history_id",
            "file_name",
            "size",
            "link",
            "uploaded_by",
            "remark",
            "upload_timestamp",
            "created_at",
            "download_link");
    assertThat(files.get(0).path("document_id").asString()).isEqualTo(mine.toString());
    assertThat(files.get(0).path("id")).isNotEqualTo(files.get(0).path("document_id"));
    assertThat(files.get(0).path("uploaded_by").asString()).isEqualTo("doctor");

    var filed = world.get(pair.patient(), "/documents/" + mine).data();
    assertThat(filed.path("document_type").asString()).isEqualTo("case_history");
    assertThat(filed.path("entity_id")).isEqualTo(written.data().path("id"));
    assertThat(world.get(pair.patient(), "/documents/" + foreign).status()).isEqualTo(404);
    assertThat(world.download(pair.patient(), "/documents/" + mine + "/download").statusCode())
        .isEqualTo(200);

    // the files follow the list
    var emptied = world.put(pair.doctor(), path, Map.of("documents", List.of("nothing")));
    assertThat(emptied.data().path("document_files").isEmpty()).isTrue();
    assertThat(emptied.data().path("summary").asString()).isEqualTo("s");
    assertThat(world.get(pair.patient(), "/documents/" + mine).status()).isEqualTo(404);
    assertThat(
            world.get(pair.doctor(), "/documents/" + mine).data().path("document_type").asString())
        .isEqualTo("other");
    var again = world.put(pair.doctor(), path, Map.of("documents", List.of(mine, mine)));
    assertThat(again.data().path("documents").size()).isEqualTo(2);
    assertThat(again.data().path("document_files").size()).isEqualTo(1);
  }

  @Test
  void a_file_is_attached_with_its_row_or_not_at_all() {
    var pair = world.pair();
    var path = pair.path() + "/case-history/documents";
    var file = new Form().field("remark", "left knee").file("knee.png", Samples.png(5000));
    var tooEarly = world.form(pair.patient(), path, file);
    assertThat(tooEarly.status()).isEqualTo(404);
    assertThat(uploads(pair.patient().id())).isZero();

    var history = world.post(pair.doctor(), pair.path() + "/case-history", Map.of());
    var id = history.data().path("id").asString();
    var attached = world.form(pair.patient(), path, file);
    assertThat(attached.status()).as(attached.toString()).isEqualTo(201);
    assertThat(attached.body().path("status_code").asInt()).isEqualTo(201);
    assertThat(attached.data().path("case_history_id").asString()).isEqualTo(id);
    assertThat(attached.data().path("uploaded_by").asString()).isEqualTo("patient");
    assertThat(attached.data().path("remark").asString()).isEqualTo("left knee");
    var document = attached.data().path("document_id").asString();
    var now = world.get(pair.doctor(), pair.path() + "/case-history").data();
    assertThat(now.path("documents").get(0).asString()).isEqualTo(document);
    assertThat(now.path("document_files").get(0)).isEqualTo(attached.data());
    assertThat(world.download(pair.doctor(), "/documents/" + document + "/download").body())
        .isEqualTo(Samples.png(5000));

    var linked = world.upload(pair.doctor(), "more.pdf", Samples.pdf(100));
    var form = new Form().field("document_id", linked).field("case_history_id", id);
    assertThat(world.form(pair.doctor(), path, form).status()).isEqualTo(201);
    var twice = world.form(pair.doctor(), path, form);
    assertThat(twice.status()).isEqualTo(201);
    assertThat(world.get(pair.doctor(), path).data().path("total").asInt()).isEqualTo(2);

    // a newer one does not take them along, and the patient's list has all
    world.post(pair.doctor(), pair.path() + "/case-history", Map.of("summary", "newer"));
    assertThat(world.get(pair.doctor(), path).data().path("total").asInt()).isZero();
    assertThat(
            world.get(pair.doctor(), path + "?case_history_id=" + id).data().path("total").asInt())
        .isEqualTo(2);
    var all = world.get(pair.patient(), pair.path() + "/documents?limit=1").data();
    assertThat(all.path("total").asInt()).isEqualTo(2);
    assertThat(all.path("documents").get(0)).isEqualTo(attached.data());
    var rest =
        world
            .get(
                pair.patient(),
                pair.path() + "/documents?limit=1&cursor=" + all.path("next_cursor").asString())
            .data();
    assertThat(rest.path("documents").get(0)).isEqualTo(twice.data());
    assertThat(rest.path("next_cursor").isNull()).isTrue();
    assertThat(rest.path("total").isNull()).isTrue();
    told(pair.patient().id(), "DocumentAttached", 2);
  }

  @Test
  void an_attachment_is_one_thing_and_the_callers_to_give() {
    var pair = world.pair();
    var path = pair.path() + "/case-history/documents";
    world.post(pair.doctor(), pair.path() + "/case-history", Map.of());
    var foreign = world.upload(world.doctor(), "foreign.pdf", Samples.pdf(100));
    var document = new Form().field("document_id", foreign);
    var hidden = world.form(pair.doctor(), path, document);
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.message()).isEqualTo("Document not found");
    var both = new Form().field("document_id", foreign).file("a.png", Samples.png(100));
    assertThat(world.form(pair.doctor(), path, both).code()).isEqualTo("BIZ_001");
    assertThat(world.form(pair.doctor(), path, new Form().field("remark", "x")).status())
        .isEqualTo(422);
    assertThat(world.form(pair.doctor(), path, new Form().field("document_id", "7")).status())
        .isEqualTo(422);
    var script = new Form().file("a.png", Samples.text("#!/bin/sh"));
    assertThat(world.form(pair.doctor(), path, script).status()).isEqualTo(415);
    var other = world.pair();
    var elsewhere =
        world.post(other.doctor(), other.path() + "/case-history", Map.of()).data().path("id");
    var wrong =
        new Form().field("case_history_id", elsewhere.asString()).file("a.png", Samples.png(100));
    assertThat(world.form(pair.doctor(), path, wrong).status()).isEqualTo(404);
    assertThat(uploads(pair.doctor().id())).isZero();
    assertThat(world.get(pair.doctor(), path).data().path("total").asInt()).isZero();
  }

  @Test
  void who_has_no_part_in_the_care_is_refused() {
    var pair = world.pair();
    var path = pair.path() + "/case-history";
    world.post(pair.doctor(), path, Map.of("summary", "private"));
    var unknown = "/patients/" + UUID.randomUUID() + "/case-history";
    var hospital = world.person(Role.HOSPITAL);
    world.relate(RelationKind.ADMITS, hospital.id(), pair.patient().id());
    for (var stranger : List.of(world.doctor(), world.patient(), hospital)) {
      for (var list : List.of("", "/documents")) {
        var refused = world.get(stranger, path + list);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("AUTH_004");
      }
      assertThat(world.get(stranger, pair.path() + "/documents").status()).isEqualTo(403);
      assertThat(world.post(stranger, path, Map.of("summary", "x")).status()).isEqualTo(403);
      assertThat(world.put(stranger, path, Map.of("summary", "x")).status()).isEqualTo(403);
      // permission first here
      assertThat(world.post(stranger, unknown, Map.of("summary", "x")).status()).isEqualTo(403);
    }
    assertThat(world.get(world.doctor(), unknown).status()).isEqualTo(404);
    assertThat(world.get(hospital, unknown).status()).isEqualTo(403);
    assertThat(world.post(world.admin(), unknown, Map.of()).status()).isEqualTo(404);
    assertThat(world.get(world.doctor(), "/patients/7/case-history").status()).isEqualTo(422);
    assertThat(world.get(hospital, "/patients/7/case-history").status()).isEqualTo(403);
    assertThat(world.get(pair.doctor(), path).data().path("summary").asString())
        .isEqualTo("private");

    world.part(RelationKind.TREATS, pair.doctor().id(), pair.patient().id());
    assertThat(world.get(pair.doctor(), path).status()).isEqualTo(403);
  }

  @Test
  void a_parent_acts_for_its_child() {
    var parent = world.patient();
    var child = world.child();
    world.relate(RelationKind.RELATED, parent.id(), child);
    var path = "/patients/" + child + "/case-history";
    assertThat(world.post(parent, path, Map.of("summary", "born early")).status()).isEqualTo(200);
    assertThat(world.get(parent, path).data().path("patient_id").asString())
        .isEqualTo(child.toString());
    assertThat(world.as(child, parent, path).status()).isEqualTo(200);
    var stranger = world.as(UUID.randomUUID(), parent, path);
    assertThat(stranger.status()).isEqualTo(403);
    assertThat(stranger.message()).isEqualTo("Invalid entity ID for this user");
  }

  @Test
  void a_first_one_is_made_once_for_a_doctor_and_never_for_a_patient() throws Exception {
    var pair = world.pair();
    var path = pair.path() + "/case-history?create_if_not_exists=true";
    assertThat(world.get(pair.patient(), path).status()).isEqualTo(403);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> get = () -> world.get(pair.doctor(), path).data().path("id").asString();
      var ids =
          threads.invokeAll(Stream.generate(() -> get).limit(8).toList()).stream()
              .map(future -> future.resultNow())
              .distinct()
              .toList();
      assertThat(ids).hasSize(1);
    }
    var made = world.get(pair.patient(), path);
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.data().path("summary").asString()).isEmpty();
    assertThat(made.data().path("documents").isArray()).isTrue();
    assertThat(made.data().path("documents").isEmpty()).isTrue();
    assertThat(
            world
                .get(pair.patient(), pair.path() + "/case-history?create_if_not_exists=x")
                .status())
        .isEqualTo(422);
  }

  @Test
  void every_version_is_kept_as_it_was_with_the_text_that_was_made_of_it() {
    var pair = world.pair();
    var path = pair.path() + "/case-history";
    var id = world.post(pair.doctor(), path, Map.of("summary", "asthma")).data().path("id");
    world.internal(
        "PUT",
        "/internal/case-histories/" + id.asString() + "/ai-summary",
        "{\"version\":1,\"ai_summary\":\"Has asthma.\"}");
    world.put(pair.doctor(), path, Map.of("summary", "asthma, cough"));
    world.put(pair.patient(), path, Map.of("documents", List.of("folder 3")));
    world.put(pair.patient(), path, Map.of("colour", "red"));

    assertThat(
            jdbc.sql(
                    """
                    select concat_ws('|', version, coalesce(summary, '-'), coalesce(documents, '-'),
                      coalesce(ai_summary, '-'))
                    from case_history_version where case_history_id = :id order by version
                    """)
                .param("id", UUID.fromString(id.asString()))
                .query(String.class)
                .list())
        .containsExactly(
            "1|asthma|-|Has asthma.", "2|asthma, cough|-|-", "3|asthma, cough|[\"folder 3\"]|-");
  }

  private long uploads(UUID by) {
    return jdbc.sql(
                "select count(*) from document where uploaded_by = :by and status <> 'available'")
            .param("by", by)
            .query(Long.class)
            .single()
        + jdbc.sql(
                """
                select count(*) from document d where uploaded_by = :by
                  and not exists (select 1 from attachment a where a.document_id = d.id)
                """)
            .param("by", by)
            .query(Long.class)
            .single();
  }

  private static void told(UUID patient, String type, int times) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(Facts.of(patient).stream().filter(type::equals)).hasSize(times));
  }
}
