package poca.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.contracts.Role;
import poca.directory.testing.Api;
import poca.directory.testing.FakeAuth;
import poca.directory.testing.RealDirectory;

@RealDirectory
class PatientIT {

  @Autowired Api api;
  @Autowired FakeAuth auth;
  @Autowired JdbcClient jdbc;

  private static String path(UUID patient) {
    return "/api/v1/patients/" + patient;
  }

  @Test
  void a_profile_shows_every_field_of_the_contract() {
    var patient = api.patient("Ann");

    var data = api.as(Role.PATIENT, patient).get(path(patient)).data();

    assertThat(data.propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "user_id",
            "name",
            "dob",
            "gender",
            "contact",
            "photo",
            "age",
            "blood_group",
            "height",
            "weight",
            "medical_info",
            "emergency_contact_name",
            "emergency_contact_number",
            "created_at",
            "updated_at");
    assertThat(data.path("user_id").asString()).isEqualTo(patient.toString());
    assertThat(data.path("gender").asString()).isEqualTo("female");
    assertThat(data.path("medical_info").toString()).isEqualTo("{\"allergies\":[\"nuts\"]}");
    assertThat(data.path("updated_at").isNull()).isTrue();
    assertThat(data.path("created_at").asString()).matches("\\d{4}-.*T.*\\.\\d{3}Z");
  }

  @Test
  void a_doctor_who_does_not_treat_sees_who_it_is_and_nothing_else() {
    var patient = api.patient("Ann");
    var doctor = api.doctor("D");
    var me = api.as(Role.DOCTOR, doctor);

    var reduced = me.get(path(patient)).data();
    assertThat(reduced.path("name").asString()).isEqualTo("Ann");
    assertThat(reduced.path("gender").asString()).isEqualTo("female");
    assertThat(reduced.propertyNames()).hasSize(16);
    assertThat(reduced.propertyStream().filter(field -> !field.getValue().isNull()))
        .extracting(field -> field.getKey())
        .containsExactlyInAnyOrder("id", "name", "gender");

    api.map("doctor-patient", doctor, patient);
    assertThat(me.get(path(patient)).data().path("weight").asInt()).isEqualTo(60);

    api.asAdmin().delete("/api/v1/mappings/doctor-patient/%s/%s".formatted(doctor, patient));
    assertThat(me.get(path(patient)).data().path("weight").isNull()).isTrue();
  }

  @Test
  void who_has_nothing_to_do_with_a_patient_does_not_read_it() {
    var patient = api.patient("Ann");
    var hospital = api.hospital("H");

    assertThat(api.get(path(patient)).status()).isEqualTo(401);
    assertThat(api.as(Role.PATIENT, api.patient("X")).get(path(patient)).status()).isEqualTo(403);
    assertThat(api.as(Role.HOSPITAL, hospital).get(path(patient)).status()).isEqualTo(403);
    api.map("hospital-patient", hospital, patient);
    assertThat(api.as(Role.HOSPITAL, hospital).get(path(patient)).data().path("weight").asInt())
        .isEqualTo(60);
    assertThat(api.asAdmin().get(path(UUID.randomUUID())).status()).isEqualTo(404);
    assertThat(api.asAdmin().get("/api/v1/patients/x").status()).isEqualTo(422);
  }

  @Test
  void a_patient_changes_what_it_sends_and_clears_what_it_sends_as_null() {
    var patient = api.patient("Ann");
    var me = api.as(Role.PATIENT, patient);

    var changed =
        me.put(
            path(patient),
            """
            {"age": 3, "contact": null, "dob": "1990-02-03T10:00:00Z",
             "medical_info": {"conditions": ["asthma"]}, "id": "ignored"}
            """);

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.data().path("age").asInt()).isGreaterThan(30);
    assertThat(changed.data().path("contact").isNull()).isTrue();
    assertThat(changed.data().path("dob").asString()).isEqualTo("1990-02-03");
    assertThat(changed.data().path("weight").asInt()).isEqualTo(60);
    assertThat(changed.data().path("medical_info").toString())
        .isEqualTo("{\"conditions\":[\"asthma\"]}");
    assertThat(changed.data().path("updated_at").isNull()).isFalse();
  }

  @Test
  void allergies_medications_and_conditions_replace_their_lists_as_in_a_sign_up() {
    var patient = api.patient("Ann");
    var me = api.as(Role.PATIENT, patient);

    var one = me.put(path(patient), "{\"medications\": [\"iron\"]}");
    assertThat(one.data().path("medical_info").toString())
        .isEqualTo("{\"allergies\":[\"nuts\"],\"medications\":[\"iron\"]}");
    var both =
        me.put(
            path(patient),
            "{\"allergies\": [\"milk\"], \"conditions\": [], \"medical_info\": {\"medications\": [\"zinc\"]}}");
    assertThat(both.data().path("medical_info").toString())
        .isEqualTo("{\"allergies\":[\"milk\"],\"medications\":[\"zinc\"],\"conditions\":[]}");
    var cleared =
        me.put(path(patient), "{\"allergies\": null, \"medications\": null, \"conditions\": null}");
    assertThat(cleared.data().path("medical_info").isNull()).isTrue();
    assertThat(me.get(path(patient)).data().path("medical_info").isNull()).isTrue();

    var many = "\"" + "x".repeat(200) + "\",";
    var large = "{\"conditions\": [" + many.repeat(90) + "\"x\"]}";
    assertThat(me.put(path(patient), large).status()).isEqualTo(422);
    assertThat(me.put(path(patient), "{\"allergies\": [\"a\\nb\"]}").status()).isEqualTo(422);
    assertThat(me.get(path(patient)).data().path("medical_info").isNull()).isTrue();
  }

  @Test
  void an_age_is_told_by_the_date_of_birth_in_every_shape() {
    var patient = api.patient("Ann");
    var doctor = api.doctor("D");
    var hospital = api.hospital("H");
    api.map("doctor-patient", doctor, patient);
    api.map("hospital-patient", hospital, patient);
    var me = api.as(Role.PATIENT, patient);
    var born = LocalDate.now(ZoneOffset.UTC).minusYears(40).minusDays(1);

    var changed = me.put(path(patient), "{\"dob\": \"%s\"}".formatted(born));

    assertThat(changed.data().path("age").asInt()).isEqualTo(40);
    assertThat(me.put(path(patient), "{\"age\": 7}").data().path("age").asInt()).isEqualTo(40);
    var lists =
        List.of(
            api.as(Role.DOCTOR, doctor).get("/api/v1/patients"),
            api.as(Role.HOSPITAL, hospital).get("/api/v1/hospitals/" + hospital + "/patients"),
            me.get("/api/v1/patients/user/" + patient),
            me.get("/api/v1/mappings/user/" + patient + "/patients"));
    assertThat(lists)
        .extracting(list -> list.data().path("patients").path(0).path("age").asInt())
        .containsOnly(40);
    var dependant =
        me.post(
            "/api/v1/patients", "{\"name\": \"Kim\", \"age\": 9, \"dob\": \"%s\"}".formatted(born));
    assertThat(dependant.data().path("age").asInt()).isEqualTo(40);
    var unknown = me.put(path(patient), "{\"dob\": null, \"age\": 12}");
    assertThat(unknown.data().path("age").asInt()).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"name\": \"\u00a0\"",
        "\"name\": \"\\u200b\\u3164\"",
        "\"name\": \"a\\nb\"",
        "\"dob\": \"2999-01-01\"",
        "\"dob\": \"9999-12-31\"",
        "\"dob\": \"0001-01-01\"",
        "\"age\": 2147483647",
        "\"age\": 131",
        "\"height\": 19",
        "\"height\": 281",
        "\"weight\": 1000000",
        "\"weight\": 0.1",
        "\"weight\": 70.25",
        "\"photo\": \"javascript:alert(1)\"",
        "\"photo\": \"data:text/html,x\"",
        "\"contact\": \"\\u202e1\"",
      })
  void what_no_patient_has_is_refused_when_made_and_when_changed(String field) {
    var patient = api.patient("Ann");
    var before = api.asAdmin().get(path(patient)).body();

    var changed = api.asAdmin().put(path(patient), "{" + field + "}");
    var made = api.asAdmin().post("/api/v1/patients", "{\"name\": \"Kim\", " + field + "}");

    assertThat(changed.status()).isEqualTo(422);
    assertThat(made.status()).isEqualTo(422);
    assertThat(api.asAdmin().get(path(patient)).body()).isEqualTo(before);
  }

  @Test
  void a_weight_has_one_decimal_and_a_whole_one_none() {
    var patient = api.patient("Ann");

    for (var weight : List.of("3.4", "0.2", "500", "72")) {
      var changed = api.asAdmin().put(path(patient), "{\"weight\": " + weight + "}");
      assertThat(changed.data().path("weight").toString()).isEqualTo(weight);
      assertThat(api.asAdmin().get(path(patient)).data().path("weight").toString())
          .isEqualTo(weight);
    }
  }

  /// From before the rules, and read and changed as ever.
  @Test
  void what_was_stored_before_a_rule_is_still_read_and_changed() {
    var patient = api.patient("Ann");
    jdbc.sql(
            """
            update patient set name = 'a' || chr(7) || chr(10) || 'b', dob = '0301-01-01', age = 150,
              weight = 1000, height = 3, photo = 'javascript:alert(1)' where id = :id
            """)
        .param("id", patient)
        .update();

    var read = api.asAdmin().get(path(patient));

    assertThat(read.status()).isEqualTo(200);
    assertThat(read.data().path("name").asString()).isEqualTo("a\u0007\nb");
    assertThat(read.data().path("weight").asInt()).isEqualTo(1000);
    assertThat(read.data().path("age").asInt()).isEqualTo(150);
    assertThat(api.asAdmin().put(path(patient), "{\"contact\": \"1\"}").status()).isEqualTo(200);
  }

  @Test
  void an_update_is_refused_in_the_order_of_the_contract() {
    var patient = api.patient("Ann");
    var other = api.patient("X");
    var me = api.as(Role.PATIENT, patient);

    var entity = api.as(Role.DOCTOR, api.doctor("D")).actingAs("x").put(path(patient), "{}");
    assertThat(entity.message()).isEqualTo("Invalid entity ID for this user");
    assertThat(api.as(Role.DOCTOR, api.doctor("D")).put(path(patient), "[]").status())
        .isEqualTo(403);
    assertThat(me.actingAs(other).put(path(patient), "{}").status()).isEqualTo(403);
    assertThat(me.actingAs(patient).put(path(patient), "{}").status()).isEqualTo(200);
    var cleared = me.put(path(patient), "{\"name\": null}");
    assertThat(cleared.status()).isEqualTo(422);
    assertThat(cleared.data().path("details").path("errors").path(0).path("loc").toString())
        .isEqualTo("[\"body\",\"name\"]");
    assertThat(me.put(path(UUID.randomUUID()), "{\"age\": -1}").status()).isEqualTo(422);
    assertThat(me.put(path(patient), "{\"gender\": \"Female\"}").status()).isEqualTo(422);
    assertThat(me.put(path(patient), "{\"age\": 1.5}").status()).isEqualTo(422);
    assertThat(me.put(path(UUID.randomUUID()), "{}").status()).isEqualTo(404);
    assertThat(me.put(path(other), "{\"age\": 3}").status()).isEqualTo(403);
    assertThat(api.asAdmin().put(path(other), "{\"age\": 3}").status()).isEqualTo(200);
  }

  @Test
  void what_only_a_sign_up_may_bring_along_is_not_read_from_a_client() {
    var made = api.asAdmin().post("/api/v1/patients", "{\"name\": \"C\", \"dependant\": 7}");
    assertThat(made.status()).isEqualTo(200);
  }
}
