package poca.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.contracts.Role;
import poca.contracts.fact.PhotoFact;
import poca.directory.testing.Api;
import poca.directory.testing.FakeRecords;
import poca.directory.testing.RealDirectory;
import poca.testkit.world.Bus;

@RealDirectory
class PhotoIT {

  @Autowired Api api;
  @Autowired FakeRecords records;

  private static String photo(Object document) {
    return "{\"photo\": \"http://localhost:8000/api/v1/documents/%s/download\"}"
        .formatted(document);
  }

  /// The documents that were told of a profile, in order; `null` for none.
  private static void awaitTold(UUID profile, Object... documents) {
    await()
        .untilAsserted(() ->
            assertThat(Bus.heard(PhotoFact.TOPIC.name(), "PhotoSet", profile.toString()))
                .extracting(told -> told.path("document").asString("null"))
                .containsExactlyElementsOf(
                    List.of(documents).stream().map(Object::toString).toList()));
  }

  @Test
  void a_doctor_s_picture_is_told_until_the_profile_has_another_or_is_gone() {
    var doctor = api.doctor("D");
    var me = api.as(Role.DOCTOR, doctor);
    var path = "/api/v1/doctors/" + doctor;
    var first = records.picture();
    var second = records.picture();

    assertThat(me.put(path, photo(first)).status()).isEqualTo(200);
    assertThat(records.wishes()).contains("doctor " + doctor + " " + doctor);
    assertThat(me.put(path, "{\"contact\": \"c\"}").status()).isEqualTo(200);
    assertThat(me.put(path, photo(second)).status()).isEqualTo(200);
    assertThat(me.put(path, "{\"photo\": \"https://example.test/a.png\"}").status()).isEqualTo(200);
    assertThat(me.put(path, "{\"photo\": \"https://example.test/b.png\"}").status()).isEqualTo(200);
    assertThat(
            me.put(path, "{\"photo\": \"/api/v1/documents/%s/download\"}".formatted(first))
                .status())
        .isEqualTo(200);
    assertThat(api.asAdmin().delete(path).status()).isEqualTo(204);

    awaitTold(doctor, first, second, "null", first, "null");
    assertThat(Bus.heard(PhotoFact.TOPIC.name(), "PhotoSet", doctor.toString()))
        .extracting(told -> told.path("version").asLong())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void a_parent_sets_the_child_s() {
    var parent = api.patient("P");
    var child = api.dependantOf(parent, "C");
    var picture = records.picture();

    var changed = api.as(Role.PATIENT, parent).put("/api/v1/patients/" + child, photo(picture));

    assertThat(changed.status()).isEqualTo(200);
    awaitTold(child, picture);
    var born =
        api.as(Role.PATIENT, parent)
            .post("/api/v1/patients", photo(picture).replace("{", "{\"name\": \"B\", "));
    awaitTold(born.id(), picture);
    var admin = UUID.randomUUID();
    api.as(Role.ADMIN, admin).put("/api/v1/patients/" + child, photo(picture));
    assertThat(records.wishes()).contains("admin " + admin + " " + parent);
  }

  @Test
  void an_admin_makes_people_with_pictures() {
    var body =
        "{\"email\": \"%s@example.test\", \"password\": \"long enough\", \"user_name\": \"U\", \"name\": \"N\", ";
    var picture = records.picture();
    var doctor =
        api.asAdmin()
            .post(
                "/api/v1/doctors", photo(picture).replace("{", body.formatted(UUID.randomUUID())));
    assertThat(doctor.status()).isEqualTo(200);
    awaitTold(doctor.id(), picture);
    var patient =
        api.asAdmin()
            .post(
                "/api/v1/patients/admin/create",
                photo(picture).replace("{", body.formatted(UUID.randomUUID())));
    awaitTold(patient.id(), picture);
  }

  @Test
  void a_photo_that_is_not_for_all_to_see_is_a_link_and_no_more() {
    var doctor = api.doctor("D");
    var other = records.somebodyElses();

    var changed = api.as(Role.DOCTOR, doctor).put("/api/v1/doctors/" + doctor, photo(other));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.data().path("photo").asString()).contains(other.toString());
    var picture = records.picture();
    api.as(Role.DOCTOR, doctor).put("/api/v1/doctors/" + doctor, photo(picture));
    awaitTold(doctor, picture);
  }

  @Test
  void what_is_no_picture_is_refused_and_nothing_is_changed() {
    var patient = api.patient("P");
    var path = "/api/v1/patients/" + patient;
    var me = api.as(Role.PATIENT, patient);

    assertThat(me.put(path, photo(records.noPicture())).status()).isEqualTo(422);
    assertThat(me.put(path, photo(UUID.randomUUID())).status()).isEqualTo(503); // no answer
    assertThat(me.get(path).data().path("photo").isNull()).isTrue();
  }

  @Test
  void who_may_not_change_the_profile_has_nothing_made() {
    var wishes = records.wishes().size();
    var picture = records.picture();
    var stranger = api.as(Role.PATIENT, api.patient("S"));
    assertThat(stranger.put("/api/v1/patients/" + api.patient("P"), photo(picture)).status())
        .isEqualTo(403);
    assertThat(stranger.put("/api/v1/patients/" + UUID.randomUUID(), photo(picture)).status())
        .isEqualTo(404);
    assertThat(
            api.as(Role.DOCTOR, api.doctor("D"))
                .put("/api/v1/doctors/" + api.doctor("E"), photo(picture))
                .status())
        .isEqualTo(403);
    assertThat(records.wishes()).hasSize(wishes);
  }
}
