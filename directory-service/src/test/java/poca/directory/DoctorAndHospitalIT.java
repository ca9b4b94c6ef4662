package poca.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.fact.ChatFact;
import poca.directory.testing.Api;
import poca.directory.testing.RealDirectory;
import poca.testkit.world.Bus;

@RealDirectory
class DoctorAndHospitalIT {

  @Autowired Api api;

  private static String email() {
    return UUID.randomUUID() + "@example.test";
  }

  @Test
  void a_doctor_changes_its_own_profile_only() {
    var doctor = api.doctor("D");
    var path = "/api/v1/doctors/" + doctor;
    var me = api.as(Role.DOCTOR, doctor);

    var changed =
        me.put(path, "{\"shift_time_start\": \"08:30\", \"experience\": 3, \"contact\": null}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.data().path("shift_time_start").asString()).isEqualTo("08:30:00");
    assertThat(changed.data().path("contact").isNull()).isTrue();
    assertThat(changed.data().path("user_id").asString()).isEqualTo(doctor.toString());
    assertThat(changed.data().propertyNames()).hasSize(12);
    assertThat(api.as(Role.PATIENT, api.patient("P")).get(path).status()).isEqualTo(200);
    assertThat(api.as(Role.PATIENT, api.patient("P")).put(path, "[]").status()).isEqualTo(403);
    assertThat(me.put(path, "{\"experience\": -1}").status()).isEqualTo(422);
    assertThat(me.put(path, "{\"shift_time_start\": \"25:00\"}").status()).isEqualTo(422);
    assertThat(me.put(path, "{\"photo\": \"%s\"}".formatted("x".repeat(2049))).status())
        .isEqualTo(422);
    assertThat(me.put("/api/v1/doctors/" + UUID.randomUUID(), "{}").status()).isEqualTo(404);
    assertThat(me.put("/api/v1/doctors/" + api.doctor("X"), "{}").status()).isEqualTo(403);
    assertThat(api.asAdmin().put(path, "{\"name\": \"E\"}").data().path("name").asString())
        .isEqualTo("E");
  }

  @Test
  void an_admin_makes_a_doctor_with_an_account() {
    var body = "{\"email\": \"%s\", \"password\": \"long enough\", \"name\": \"Dr New\"}";
    var email = email();

    var made = api.asAdmin().post("/api/v1/doctors", body.formatted(email));

    assertThat(made.status()).isEqualTo(200);
    assertThat(made.data().path("name").asString()).isEqualTo("Dr New");
    assertThat(api.asAdmin().post("/api/v1/doctors", body.formatted(email)).code())
        .isEqualTo("RES_002");
    assertThat(api.asAdmin().post("/api/v1/doctors", body.formatted("x")).status()).isEqualTo(422);
    assertThat(api.as(Role.DOCTOR, made.id()).post("/api/v1/doctors", "{}").status())
        .isEqualTo(403);
  }

  @Test
  void a_hospital_makes_further_hospitals_and_owns_them() {
    var account = api.hospital("H");
    var me = api.as(Role.HOSPITAL, account);
    var email = email();
    var body =
        "{\"name\": \"H2\", \"email\": \"%s\", \"specialities\": [\"ears\"]}".formatted(email);

    var second = me.post("/api/v1/hospitals", body);

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.data().path("user_id").asString()).isEqualTo(account.toString());
    assertThat(second.data().propertyNames()).hasSize(15);
    assertThat(me.post("/api/v1/hospitals", body.toUpperCase(java.util.Locale.ROOT)).status())
        .isEqualTo(422);
    assertThat(me.post("/api/v1/hospitals", body).code()).isEqualTo("RES_002");
    var path = "/api/v1/hospitals/" + second.id();
    assertThat(
            me.put(path, "{\"city\": \"Bern\", \"email\": \"other@x.test\"}")
                .data()
                .path("email")
                .asString())
        .isEqualTo(email);
    assertThat(api.as(Role.HOSPITAL, api.hospital("X")).put(path, "{}").status()).isEqualTo(403);
    assertThat(api.as(Role.DOCTOR, api.doctor("D")).put(path, "[]").status()).isEqualTo(403);
    assertThat(me.put("/api/v1/hospitals/" + UUID.randomUUID(), "{}").status()).isEqualTo(404);
    assertThat(api.as(Role.PATIENT, api.patient("P")).post("/api/v1/hospitals", body).status())
        .isEqualTo(403);
    assertThat(api.as(Role.PATIENT, api.patient("P")).get(path).status()).isEqualTo(200);
    assertThat(
            api.asAdmin()
                .post("/api/v1/hospitals", body.replace(email, email()))
                .data()
                .path("user_id")
                .isNull())
        .isTrue();
    assertThat(api.asService().put("/internal/hospitals/" + UUID.randomUUID(), body).code())
        .as("a sign-up with a taken email")
        .isEqualTo("RES_002");
  }

  @Test
  void a_hospitals_address_for_mail_follows_the_rule_of_accounts() {
    var refused =
        api.asAdmin()
            .post("/api/v1/hospitals", "{\"name\": \"H\", \"email\": \"Dup@B\u00fccher.example\"}");
    var email = UUID.randomUUID() + "@Example.TEST";
    var made =
        api.asAdmin()
            .post("/api/v1/hospitals", "{\"name\": \"H\", \"email\": \" %s \"}".formatted(email));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(made.data().path("email").asString()).isEqualTo(email.toLowerCase(Locale.ROOT));
  }

  @Test
  void lists_of_who_belongs_to_whom() {
    var doctor = api.doctor("D");
    var patient = api.patient("P");
    var hospital = api.hospital("H");
    var stranger = api.as(Role.PATIENT, api.patient("X"));
    api.map("doctor-patient", doctor, patient);
    api.map("hospital-doctor", hospital, doctor);
    api.map("hospital-patient", hospital, patient);

    var mini = api.as(Role.DOCTOR, doctor).get("/api/v1/doctors/%s/patients".formatted(doctor));
    assertThat(mini.data()).hasSize(1);
    assertThat(mini.data().path(0).propertyNames())
        .containsExactlyInAnyOrder("id", "name", "gender", "contact", "photo");
    assertThat(
            api.as(Role.DOCTOR, api.doctor("Y"))
                .get("/api/v1/doctors/%s/patients".formatted(doctor))
                .status())
        .isEqualTo(403);
    assertThat(
            api.asAdmin().get("/api/v1/doctors/%s/patients".formatted(UUID.randomUUID())).status())
        .isEqualTo(404);

    assertThat(
            stranger
                .get("/api/v1/doctors/%s/hospitals".formatted(doctor))
                .data()
                .path(0)
                .propertyNames())
        .containsExactlyInAnyOrder("id", "name", "address", "contact");
    assertThat(stranger.get("/api/v1/patients/%s/doctors".formatted(patient)).status())
        .isEqualTo(403);
    var doctors =
        api.as(Role.PATIENT, patient).get("/api/v1/patients/%s/doctors".formatted(patient));
    assertThat(doctors.data().path(0).path("contact").asString()).isEqualTo("d");
    var hospitals =
        api.as(Role.DOCTOR, doctor).get("/api/v1/patients/%s/hospitals".formatted(patient));
    assertThat(hospitals.data().path(0).path("specialities").path(0).asString()).isEqualTo("eyes");
    assertThat(
            api.as(Role.HOSPITAL, hospital)
                .get("/api/v1/patients/%s/hospitals".formatted(patient))
                .status())
        .isEqualTo(403);

    var ofHospital = "/api/v1/hospitals/%s/patients".formatted(hospital);
    assertThat(api.as(Role.HOSPITAL, hospital).get(ofHospital).data().path("total").asInt())
        .isEqualTo(1);
    assertThat(api.as(Role.DOCTOR, doctor).get(ofHospital).status()).isEqualTo(200);
    assertThat(api.as(Role.DOCTOR, api.doctor("Z")).get(ofHospital).status()).isEqualTo(403);
    var unknown = "/api/v1/hospitals/%s/patients".formatted(UUID.randomUUID());
    assertThat(api.as(Role.DOCTOR, doctor).get(unknown).status()).isEqualTo(403);
    assertThat(api.asAdmin().get(unknown).status()).isEqualTo(404);
    assertThat(
            stranger
                .get("/api/v1/hospitals/%s/doctors".formatted(hospital))
                .data()
                .path("total")
                .asInt())
        .isEqualTo(1);
    assertThat(api.as(Role.DOCTOR, doctor).get("/api/v1/patients").data().path("total").asInt())
        .isEqualTo(1);
    assertThat(stranger.get("/api/v1/patients").status()).isEqualTo(403);
  }

  @Test
  void a_patient_sees_its_own_chat_with_each_doctor_of_the_list() {
    var doctor = api.doctor("D");
    var patient = api.patient("P");
    var hospital = api.hospital("H");
    api.map("hospital-doctor", hospital, doctor);
    var list = "/api/v1/hospitals/%s/doctors".formatted(hospital);
    var chat = new ChatId(UUID.randomUUID());

    tell(new ChatFact.ChatOpened(chat, new DoctorId(doctor), new PatientId(patient), true, 1));

    var me = api.as(Role.PATIENT, patient);
    await()
        .untilAsserted(() ->
            assertThat(me.get(list).data().path("doctors").path(0).path("chat_id").asString(""))
                .isEqualTo(chat.toString()));
    assertThat(me.get(list).data().path("doctors").path(0).path("is_active_chat").asBoolean())
        .isTrue();
    assertThat(
            api.as(Role.PATIENT, api.patient("X"))
                .get(list)
                .data()
                .path("doctors")
                .path(0)
                .path("chat_id")
                .isNull())
        .isTrue();

    tell(new ChatFact.ChatDeleted(chat, new DoctorId(doctor), new PatientId(patient), 3));
    tell(new ChatFact.ChatOpened(chat, new DoctorId(doctor), new PatientId(patient), false, 2));
    await()
        .untilAsserted(() ->
            assertThat(me.get(list).data().path("doctors").path(0).path("chat_id").isNull())
                .isTrue());
  }

  private void tell(ChatFact fact) {
    Bus.tell(ChatFact.TOPIC, fact);
  }
}
