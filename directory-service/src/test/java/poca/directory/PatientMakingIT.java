package poca.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.contracts.Role;
import poca.directory.testing.Api;
import poca.directory.testing.FakeAuth;
import poca.directory.testing.RealDirectory;

@RealDirectory
class PatientMakingIT {

  @Autowired Api api;
  @Autowired FakeAuth auth;
  @Autowired JdbcClient jdbc;

  private static String path(UUID patient) {
    return "/api/v1/patients/" + patient;
  }

  @Test
  void a_parent_makes_a_dependant_and_may_act_as_it() {
    var parent = api.patient("P");
    var me = api.as(Role.PATIENT, parent);

    var child =
        me.post(
            "/api/v1/patients",
            "{\"name\": \"Kim\", \"age\": 1, \"relation\": \"child\", \"user_id\": \"%s\"}"
                .formatted(api.patient("X")));

    assertThat(child.status()).isEqualTo(200);
    assertThat(child.id()).isNotEqualTo(parent);
    assertThat(child.data().path("user_id").asString()).isEqualTo(parent.toString());
    assertThat(me.actingAs(child.id()).put(path(child.id()), "{\"age\": 2}").status())
        .isEqualTo(200);
    assertThat(
            api.asService()
                .get("/internal/relations/owns-patient/%s/%s".formatted(parent, child.id()))
                .body()
                .path("active")
                .asBoolean())
        .isTrue();
    assertThat(me.post("/api/v1/patients", "{\"name\": \"Kim\", \"relation\": \"self\"}").code())
        .isEqualTo("BIZ_001");
    assertThat(me.post("/api/v1/patients", "{\"name\": \" \"}").status()).isEqualTo(422);
    assertThat(
            api.as(Role.DOCTOR, api.doctor("D"))
                .post("/api/v1/patients", "{\"name\": \"Kim\"}")
                .status())
        .isEqualTo(403);
  }

  @Test
  void an_admin_makes_a_dependant_over_to_another_account() {
    var first = api.patient("A");
    var second = api.patient("B");
    var child = api.dependantOf(first, "C");
    var over = "{\"user_id\": \"%s\"}".formatted(second);

    assertThat(api.as(Role.PATIENT, first).put(path(child), over).status()).isEqualTo(403);
    assertThat(api.asAdmin().put(path(child), over).status()).isEqualTo(200);

    assertThat(api.as(Role.PATIENT, second).get(path(child)).status()).isEqualTo(200);
    assertThat(api.as(Role.PATIENT, first).get(path(child)).status()).isEqualTo(403);
    assertThat(api.as(Role.PATIENT, second).relate(second, child, "child").status()).isEqualTo(200);
    assertThat(api.asAdmin().put(path(first), over).code()).isEqualTo("BIZ_001");
    assertThat(
            api.asAdmin()
                .put(path(child), "{\"user_id\": \"%s\"}".formatted(UUID.randomUUID()))
                .status())
        .isEqualTo(404);
    assertThat(
            api.asAdmin()
                .put(path(child), "{\"user_id\": \"%s\"}".formatted(api.doctor("D")))
                .code())
        .isEqualTo("BIZ_001");
    assertThat(
            api.asAdmin().put(path(child), "{\"user_id\": null}").data().path("user_id").isNull())
        .isTrue();
    var orphan = api.asAdmin().post("/api/v1/patients", "{\"name\": \"Nobody's\"}");
    assertThat(orphan.data().path("user_id").isNull()).isTrue();
    var given =
        api.asAdmin()
            .post(
                "/api/v1/patients",
                "{\"name\": \"N\", \"relation\": \"parent\", \"user_id\": \"%s\"}"
                    .formatted(second));
    assertThat(given.data().path("user_id").asString()).isEqualTo(second.toString());
    assertThat(
            api.asService()
                .get("/internal/relations/related/%s/%s".formatted(second, given.id()))
                .body()
                .path("related_as")
                .asString())
        .isEqualTo("parent");
  }

  @Test
  void an_admin_makes_a_patient_with_an_account() {
    var body =
        """
        {"name": "%s", "user_name": "Uma", "email": "%s", "password": "long enough", "age": 4%s}
        """;
    var email = UUID.randomUUID() + "@example.test";

    var self =
        api.asAdmin().post("/api/v1/patients/admin/create", body.formatted("Uma", email, ""));

    assertThat(self.status()).isEqualTo(200);
    assertThat(self.data().path("user_id").asString()).isEqualTo(self.id().toString());
    var taken =
        api.asAdmin().post("/api/v1/patients/admin/create", body.formatted("Uma", email, ""));
    assertThat(taken.status()).isEqualTo(400);
    assertThat(taken.code()).isEqualTo("RES_002");

    var child =
        api.asAdmin()
            .post(
                "/api/v1/patients/admin/create",
                body.formatted(
                    "Kim", UUID.randomUUID() + "@example.test", ", \"relation_type\": \"child\""));
    assertThat(child.data().path("name").asString()).isEqualTo("Kim");
    assertThat(child.data().path("age").asInt()).isEqualTo(4);
    var owner = UUID.fromString(child.data().path("user_id").asString());
    assertThat(owner).isNotEqualTo(child.id());
    var account = api.as(Role.PATIENT, owner);
    assertThat(account.get(path(owner)).data().path("name").asString()).isEqualTo("Uma");
    var patients = account.get("/api/v1/patients/user/" + owner).data().path("patients");
    assertThat(patients).hasSize(2);
    assertThat(patients.path(1).path("relation").asString()).isEqualTo("child");

    assertThat(api.asAdmin().post("/api/v1/patients/admin/create", "{}").status()).isEqualTo(422);
    assertThat(account.post("/api/v1/patients/admin/create", "{}").status()).isEqualTo(403);
    auth.whileAway(() ->
        assertThat(
                api.asAdmin()
                    .post(
                        "/api/v1/patients/admin/create",
                        body.formatted("Uma", UUID.randomUUID() + "@example.test", ""))
                    .status())
            .isEqualTo(503));
  }

  @Test
  void a_sign_up_that_comes_twice_makes_one_profile() {
    var id = UUID.randomUUID();
    var body = "{\"name\": \"Ann\"}";

    assertThat(api.asService().put("/internal/patients/" + id, body).status()).isEqualTo(200);
    assertThat(api.asService().put("/internal/patients/" + id, body).status()).isEqualTo(200);
    assertThat(api.asService().put("/internal/doctors/" + id, body).code()).isEqualTo("BIZ_002");
    assertThat(api.asAdmin().put("/internal/patients/" + id, body).status()).isIn(401, 403);

    var names = "/internal/patients/" + id + "/names";
    assertThat(api.asService().get(names).body().path("names").get(0).asString()).isEqualTo("Ann");
    assertThat(api.asAdmin().get(names).status()).isIn(401, 403);
  }
}
