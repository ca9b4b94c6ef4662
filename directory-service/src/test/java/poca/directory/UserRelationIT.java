package poca.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.contracts.Role;
import poca.directory.testing.Api;
import poca.directory.testing.FakeAuth;
import poca.directory.testing.RealDirectory;

@RealDirectory
class UserRelationIT {

  private static final String PATH = "/api/v1/mappings/user-patient/";

  @Autowired Api api;
  @Autowired FakeAuth auth;

  private String relationTo(UUID user, UUID patient) {
    for (var item :
        api.asAdmin()
            .get("/api/v1/mappings/user/%s/patients".formatted(user))
            .data()
            .path("patients")) {
      if (item.path("id").asString().equals(patient.toString())) {
        return item.path("relation").asString();
      }
    }
    return "none";
  }

  @Test
  void a_sign_up_relates_the_patient_to_itself() {
    var patient = api.patient("P");

    assertThat(relationTo(patient, patient)).isEqualTo("self");
    var answer =
        api.asService().get("/internal/relations/related/%s/%s".formatted(patient, patient)).body();
    assertThat(answer.path("related_as").asString()).isEqualTo("self");
    assertThat(answer.path("version").asLong()).isEqualTo(1);
  }

  @Test
  void a_parent_relates_itself_to_the_child_that_it_owns_and_to_nobody_else() {
    var parent = api.patient("P");
    var stranger = api.patient("S");
    var child = api.dependantOf(parent, "C");
    var me = api.as(Role.PATIENT, parent);

    var related = me.relate(parent, child, "child");

    assertThat(related.status()).isEqualTo(200);
    assertThat(related.data().path("relation").asString()).isEqualTo("child");
    assertThat(me.relate(parent, child, "child").code()).isEqualTo("RES_002");
    assertThat(me.relate(parent, child, "child").message()).isEqualTo("Relation already exists");
    assertThat(me.relate(parent, stranger, "friend").status()).isEqualTo(403);
    assertThat(me.relate(stranger, child, "friend").status()).isEqualTo(403);
    assertThat(me.relate(UUID.randomUUID(), child, "friend").status()).isEqualTo(404);
    var unknown = me.relate(parent, UUID.randomUUID(), "friend");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.message()).isEqualTo("Patient not found");
    assertThat(me.relate(parent, child, "cousin").status()).isEqualTo(422);
    assertThat(api.as(Role.DOCTOR, api.doctor("D")).relate(parent, child, "x").status())
        .isEqualTo(403);
  }

  @Test
  void self_is_made_once_and_stays() {
    var patient = api.patient("P");
    var child = api.dependantOf(patient, "C");
    var me = api.as(Role.PATIENT, patient);

    assertThat(me.relate(patient, patient, "self").code()).isEqualTo("RES_002");
    assertThat(me.relate(patient, patient, "friend").code()).isEqualTo("RES_002");
    assertThat(me.relate(patient, child, "self").code()).isEqualTo("BIZ_001");
    var relation = me.relate(patient, child, "child").id();
    assertThat(me.put(PATH + relation, "{\"relation\": \"self\"}").code()).isEqualTo("BIZ_001");
    assertThat(relationTo(patient, child)).isEqualTo("child");
  }

  @Test
  void a_relation_is_changed_and_ended_by_its_user_or_an_admin() {
    var parent = api.patient("P");
    var child = api.dependantOf(parent, "C");
    var me = api.as(Role.PATIENT, parent);
    var relation = me.relate(parent, child, "child").id();

    var changed = me.put(PATH + relation, "{\"relation\": \"guardian\"}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.id()).isEqualTo(relation);
    assertThat(changed.data().path("updated_at").isNull()).isFalse();
    assertThat(
            api.as(Role.PATIENT, api.patient("X"))
                .put(PATH + relation, "{\"relation\": \"friend\"}")
                .status())
        .isEqualTo(403);
    assertThat(api.as(Role.PATIENT, api.patient("X")).delete(PATH + relation).status())
        .isEqualTo(403);
    assertThat(me.put(PATH + UUID.randomUUID(), "{\"relation\": \"friend\"}").status())
        .isEqualTo(404);
    assertThat(me.put(PATH + relation, "{}").status()).isEqualTo(422);
    assertThat(
            api.as(Role.HOSPITAL, api.hospital("H"))
                .put(PATH + "x", "{\"relation\": \"friend\"}")
                .status())
        .isEqualTo(403);
    assertThat(me.delete(PATH + relation).status()).isEqualTo(204);
    assertThat(me.delete(PATH + relation).status()).isEqualTo(404);
    assertThat(relationTo(parent, child)).isEqualTo("none");
  }

  @Test
  void an_admin_makes_a_doctor_user_somebodys_doctor_and_the_doctor_treats() {
    var doctor = api.doctor("D");
    var patient = api.patient("P");

    assertThat(api.asAdmin().relate(api.patient("X"), patient, "doctor").code())
        .isEqualTo("BIZ_001");
    var relation = api.asAdmin().relate(doctor, patient, "doctor");
    assertThat(relation.status()).isEqualTo(200);
    assertThat(treats(doctor, patient)).isTrue();

    api.asAdmin().delete("/api/v1/mappings/doctor-patient/%s/%s".formatted(doctor, patient));
    api.as(Role.DOCTOR, doctor).put(PATH + relation.id(), "{\"relation\": \"doctor\"}");
    assertThat(treats(doctor, patient)).as("a doctor must not undo an unmapping").isFalse();

    api.map("doctor-patient", doctor, patient);
    assertThat(api.asAdmin().delete(PATH + relation.id()).status()).isEqualTo(204);
    assertThat(treats(doctor, patient)).isTrue();
  }

  private boolean treats(UUID doctor, UUID patient) {
    return api.asService()
        .get("/internal/relations/treats/%s/%s".formatted(doctor, patient))
        .body()
        .path("active")
        .asBoolean();
  }

  @Test
  void an_account_without_a_profile_is_asked_about_at_its_owner() {
    var patient = api.patient("P");
    var admin = auth.admin();

    assertThat(api.asAdmin().relate(admin, patient, "friend").status()).isEqualTo(200);
    var unknown = api.asAdmin().relate(UUID.randomUUID(), patient, "friend");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.message()).isEqualTo("User not found");
    auth.whileAway(() ->
        assertThat(api.asAdmin().relate(UUID.randomUUID(), patient, "friend").status())
            .isEqualTo(503));
    assertThat(api.asAdmin().relate(api.dependantOf(patient, "C"), patient, "friend").status())
        .as("a dependant is no account")
        .isEqualTo(404);
  }

  @Test
  void the_path_names_the_user_of_the_second_spelling() {
    var parent = api.patient("P");
    var child = api.dependantOf(parent, "C");

    var related =
        api.as(Role.PATIENT, parent)
            .post(
                "/api/v1/mappings/user/%s/patients".formatted(parent),
                "{\"patient_id\": \"%s\", \"relation\": \"child\", \"user_id\": \"%s\"}"
                    .formatted(child, UUID.randomUUID()));

    assertThat(related.status()).isEqualTo(200);
    assertThat(related.data().path("user_id").asString()).isEqualTo(parent.toString());
  }

  @Test
  void a_users_patients_are_listed_to_the_user_and_admins() {
    var parent = api.patient("P");
    var owned = api.dependantOf(parent, "Owned only");
    var mine = "/api/v1/patients/user/" + parent;

    var list = api.as(Role.PATIENT, parent).get(mine);
    assertThat(list.data().path("total").asInt()).isEqualTo(2);
    assertThat(list.data().path("patients").path(0).path("relation").asString()).isEqualTo("self");
    assertThat(list.data().path("patients").path(1).path("id").asString())
        .isEqualTo(owned.toString());
    assertThat(list.data().path("patients").path(1).path("relation").isNull()).isTrue();
    assertThat(api.asAdmin().get(mine).status()).isEqualTo(200);
    assertThat(api.as(Role.PATIENT, api.patient("X")).get(mine).status()).isEqualTo(403);
    assertThat(api.asAdmin().get("/api/v1/patients/user/" + UUID.randomUUID()).status())
        .isEqualTo(404);
    var doctor = api.doctor("D");
    assertThat(api.as(Role.DOCTOR, doctor).get("/api/v1/patients/user/" + doctor).code())
        .isEqualTo("BIZ_001");
    assertThat(api.asAdmin().get("/api/v1/patients/user/" + doctor).code()).isEqualTo("BIZ_001");
    var related = api.asAdmin().get("/api/v1/mappings/user/%s/patients".formatted(parent));
    assertThat(related.data().path("total").asInt()).isEqualTo(1);
    assertThat(
            api.as(Role.DOCTOR, doctor)
                .get("/api/v1/mappings/user/%s/patients".formatted(doctor))
                .data()
                .path("total")
                .asInt())
        .isZero();
  }
}
