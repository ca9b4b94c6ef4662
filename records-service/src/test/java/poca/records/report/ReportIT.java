package poca.records.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.contracts.Role;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.recordstest.Form;
import poca.recordstest.RealRecords;
import poca.recordstest.Samples;
import poca.recordstest.World;

@RealRecords
class ReportIT {

  @Autowired World world;

  @Test
  void a_report_is_written_with_the_documents_that_its_author_can_see() {
    var pair = world.pair();
    var mine = world.upload(pair.doctor(), "mine.pdf", Samples.pdf(100));
    var foreign = world.upload(world.doctor(), "foreign.pdf", Samples.pdf(100));
    var written =
        world.post(
            pair.doctor(),
            pair.path() + "/reports",
            Map.of(
                "title", "Blood count",
                "report_type", "blood_test",
                "patient_id", "whatever",
                "document_ids", List.of(foreign, "no id", mine)));
    assertThat(written.status()).as(written.toString()).isEqualTo(200);
    var report = written.data();
    assertThat(report.propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "patient_id",
            "title",
            "description",
            "report_type",
            "created_at",
            "updated_at",
            "report_documents");
    assertThat(report.path("description").isNull()).isTrue();
    assertThat(report.path("report_documents").size()).isEqualTo(1);
    var doc = report.path("report_documents").get(0);
    assertThat(doc.path("document_id").asString()).isEqualTo(mine.toString());
    assertThat(doc.path("report_id")).isEqualTo(report.path("id"));
    assertThat(doc.path("uploaded_by").asString()).isEqualTo(pair.doctor().id().toString());
    assertThat(
            world.get(pair.patient(), "/documents/" + mine).data().path("document_type").asString())
        .isEqualTo("report");
    var path = pair.path() + "/reports/" + report.path("id").asString();
    assertThat(world.get(pair.patient(), path).data()).isEqualTo(report);
    // not among the case histories' files
    assertThat(world.get(pair.patient(), pair.path() + "/documents").data().path("total").asInt())
        .isZero();
  }

  @Test
  void a_change_takes_null_for_not_given() {
    var pair = world.pair();
    var path = pair.path() + "/reports/" + report(pair, "X-ray");
    var change = new HashMap<String, Object>();
    change.put("title", null);
    change.put("description", "left knee");
    var changed = world.put(pair.patient(), path, change);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.data().path("title").asString()).isEqualTo("X-ray");
    assertThat(changed.data().path("description").asString()).isEqualTo("left knee");
    assertThat(changed.data().path("updated_at").isString()).isTrue();
    assertThat(world.put(pair.patient(), path, Map.of()).data()).isEqualTo(changed.data());
    assertThat(world.put(pair.patient(), path, Map.of("report_type", "Imaging")).status())
        .isEqualTo(422);
    assertThat(world.put(pair.patient(), path, Map.of("title", "")).status()).isEqualTo(422);
  }

  @Test
  void files_are_added_and_listed() {
    var pair = world.pair();
    var path = pair.path() + "/reports/" + report(pair, "X-ray") + "/documents";
    var attached =
        world.form(
            pair.doctor(),
            path,
            new Form().field("remark", "front").file("front.png", Samples.png(100)));
    assertThat(attached.status()).as(attached.toString()).isEqualTo(201);
    assertThat(attached.data().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "document_id",
            "report_id",
            "file_name",
            "size",
            "link",
            "uploaded_by",
            "remark",
            "upload_timestamp",
            "created_at",
            "download_link");
    var other = world.upload(pair.patient(), "side.png", Samples.png(200));
    assertThat(world.form(pair.patient(), path, new Form().field("document_id", other)).status())
        .isEqualTo(201);
    var page = world.get(pair.patient(), path + "?limit=1").data();
    assertThat(page.path("total").asInt()).isEqualTo(2);
    assertThat(page.path("documents").get(0)).isEqualTo(attached.data());
    var next = page.path("next_cursor").asString();
    var rest = world.get(pair.patient(), path + "?cursor=" + next).data();
    assertThat(rest.path("documents").size()).isEqualTo(1);
    assertThat(world.get(pair.patient(), path + "?skip=1&cursor=" + next).status()).isEqualTo(422);
    assertThat(world.form(pair.doctor(), path, new Form()).status()).isEqualTo(422);
  }

  @Test
  void a_list_has_all_reports_in_the_order_of_their_making() {
    var pair = world.pair();
    var first = report(pair, "one");
    var second = report(pair, "two");
    world.form(
        pair.doctor(),
        pair.path() + "/reports/" + second + "/documents",
        new Form().file("a.png", Samples.png(100)));
    var list = world.get(pair.patient(), pair.path() + "/reports").data();
    assertThat(list.path("total").asInt()).isEqualTo(2);
    assertThat(list.path("reports").get(0).path("id").asString()).isEqualTo(first);
    assertThat(list.path("reports").get(1).path("report_documents").size()).isEqualTo(1);
    var skipped = world.get(pair.patient(), pair.path() + "/reports?skip=1&limit=1").data();
    assertThat(skipped.path("reports").get(0).path("id").asString()).isEqualTo(second);
    assertThat(world.get(pair.patient(), pair.path() + "/reports?limit=201").status())
        .isEqualTo(422);
  }

  @Test
  void a_report_is_found_under_its_patient_only_and_by_its_care_team_only() {
    var pair = world.pair();
    var id = report(pair, "X-ray");
    var path = pair.path() + "/reports/" + id;
    var other = world.pair();
    var misplaced = world.get(other.doctor(), other.path() + "/reports/" + id);
    assertThat(misplaced.status()).isEqualTo(404);
    assertThat(misplaced.message()).isEqualTo("Report not found for this patient");
    var hospital = world.person(Role.HOSPITAL);
    world.relate(RelationKind.ADMITS, hospital.id(), pair.patient().id());
    for (var stranger : List.of(other.doctor(), other.patient(), hospital)) {
      assertThat(world.get(stranger, path).status()).isEqualTo(403);
      assertThat(world.get(stranger, pair.path() + "/reports").status()).isEqualTo(403);
      assertThat(world.put(stranger, path, Map.of("title", "x")).status()).isEqualTo(403);
      assertThat(
              world
                  .form(stranger, path + "/documents", new Form().file("a.png", Samples.png(100)))
                  .status())
          .isEqualTo(403);
      assertThat(
              world
                  .post(
                      stranger,
                      pair.path() + "/reports",
                      Map.of("title", "x", "report_type", "other"))
                  .status())
          .isEqualTo(403);
    }
    var unknown = world.get(pair.doctor(), "/patients/" + UUID.randomUUID() + "/reports");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.message()).isEqualTo("Patient not found");
    assertThat(world.post(pair.doctor(), pair.path() + "/reports", Map.of("title", "x")).status())
        .isEqualTo(422);
  }

  private String report(World.Pair pair, String title) {
    return world
        .post(
            pair.doctor(),
            pair.path() + "/reports",
            Map.of("title", title, "report_type", "imaging"))
        .data()
        .path("id")
        .asString();
  }
}
