package poca.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.access.session.SessionCheck;
import poca.recordstest.Form;
import poca.recordstest.RealRecords;
import poca.recordstest.Samples;
import poca.recordstest.Surroundings;
import poca.recordstest.World;
import poca.testkit.agreement.AgreesWithOpenApi;

@RealRecords
class AgreementIT implements AgreesWithOpenApi {

  @Autowired World world;
  @Autowired JdbcClient jdbc;

  @Override
  public String adminToken() {
    return world.admin().token();
  }

  @Override
  public String deactivatedToken() {
    var gone = world.doctor();
    Surroundings.judge(gone.session(), SessionCheck.SessionStatus.BARRED);
    return gone.token();
  }

  @Override
  public Map<String, String> exceptions() {
    return Map.of("body *.patient_id", "may be sent and is not looked at: the path wins");
  }

  @Test
  void a_report_takes_a_file_or_a_document_not_both() {
    var pair = world.pair();
    var report =
        world
            .post(
                pair.doctor(),
                pair.path() + "/reports",
                Map.of("title", "t", "report_type", "other"))
            .data()
            .path("id")
            .asString();
    var both = new Form().field("document_id", UUID.randomUUID()).file("a.png", Samples.png(100));

    var refused =
        world.form(pair.doctor(), pair.path() + "/reports/" + report + "/documents", both);
    assertThat(refused.code()).isEqualTo("BIZ_001");
  }

  @Test
  void a_link_gives_a_part_too_and_says_that_it_has_expired_without_the_bytes() {
    var person = world.patient();
    var document = world.upload(person, "a.png", Samples.png(1000));
    assertThat(
            world
                .download(
                    null,
                    "/documents/download-with-token?token=" + token(document),
                    "Range",
                    "bytes=10-19")
                .statusCode())
        .isEqualTo(206);

    var late = token(document);
    jdbc.sql("update download_token set expires_at = now() where document_id = :id")
        .param("id", document)
        .update();
    assertThat(
            world.bytes(null, "HEAD", "/documents/download-with-token?token=" + late).statusCode())
        .isEqualTo(410);
  }

  @Test
  void a_link_without_its_token_is_none() {
    var without = world.bytes(null, "HEAD", "/documents/download-with-token");
    assertThat(without.statusCode()).isEqualTo(422);
  }

  private String token(UUID document) {
    return world
        .post(world.admin(), "/documents/" + document + "/download-token", "")
        .data()
        .path("download_token")
        .asString();
  }
}
