package poca.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.contracts.Role;
import poca.directory.testing.Api;
import poca.directory.testing.RealDirectory;
import poca.directory.testing.Tokens;
import poca.testkit.agreement.AgreesWithOpenApi;

@RealDirectory
class AgreementIT implements AgreesWithOpenApi {

  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired Tokens tokens;

  @Override
  public String adminToken() {
    return tokens.ofAdmin();
  }

  @Override
  public String deactivatedToken() {
    return tokens.ofDeactivated();
  }

  @Override
  public Map<String, String> exceptions() {
    return Map.of("body relateUser.user_id", "may be sent and is not looked at: the path wins");
  }

  @Test
  void a_dependant_is_not_made_over_to_nobody() {
    var made =
        api.asAdmin()
            .post(
                "/api/v1/patients",
                "{\"name\": \"Baby\", \"user_id\": \"%s\"}".formatted(UUID.randomUUID()));
    assertThat(made.status()).isEqualTo(404);
  }

  @Test
  void a_patient_stays_itself_and_relates_only_itself() {
    var patient = api.patient("P");
    var path = "/api/v1/mappings/user/" + patient + "/patients";
    var other = api.patient("Q");

    assertThat(api.asAdmin().post(path, relation(patient, "self")).code()).isEqualTo("RES_002");
    assertThat(api.asAdmin().post(path, relation(other, "self")).code()).isEqualTo("BIZ_001");
    assertThat(api.as(Role.PATIENT, patient).post(path, relation(other, "child")).status())
        .isEqualTo(403);
    var self =
        jdbc.sql("select id from user_patient where user_id = :id and patient_id = :id")
            .param("id", patient)
            .query(UUID.class)
            .single();
    assertThat(api.asAdmin().delete("/api/v1/mappings/user-patient/" + self).code())
        .isEqualTo("BIZ_001");
  }

  private static String relation(UUID patient, String relation) {
    return "{\"patient_id\": \"%s\", \"relation\": \"%s\"}".formatted(patient, relation);
  }
}
