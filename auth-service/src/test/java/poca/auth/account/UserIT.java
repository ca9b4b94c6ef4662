package poca.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.auth.Api;
import poca.auth.FakeDirectory;
import poca.auth.WholeService;
import poca.contracts.UserId;
import poca.contracts.fact.AccountFact.AccountDeactivated;
import poca.contracts.fact.AccountFact.AccountDeleted;
import poca.contracts.fact.AccountFact.AccountReactivated;
import poca.contracts.fact.AccountFact.AccountRegistered;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationChanged;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.contracts.fact.SessionFact.AccountBarred;
import poca.contracts.fact.SessionFact.AccountReadmitted;
import poca.testkit.world.Bus;
import poca.testkit.world.Response;

@WholeService
class UserIT {

  private static final String PASSWORD = "quite a good password";

  @Autowired Api api;
  @Autowired FakeDirectory directory;
  @Autowired WholeService.Heard heard;
  @Autowired JdbcClient jdbc;

  @Test
  void a_user_reads_and_changes_itself_and_nobody_else() {
    var doctor = api.signUpDoctor(Api.email(), PASSWORD);
    var other = api.signUpDoctor(Api.email(), PASSWORD);
    var own = "/api/v1/users/" + doctor.field("user_id");

    var changed =
        api.put(
            own,
            Map.of("contact", "+49 30 1", "is_active", false, "role", "admin", "email", "x@y.z"),
            doctor.field("access_token"));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.data().path("contact").asString()).isEqualTo("+49 30 1");
    assertThat(changed.data().path("is_active").asBoolean()).isTrue();
    assertThat(changed.data().path("role").asString()).isEqualTo("doctor");
    assertThat(changed.data().path("updated_at").asString()).endsWith("Z");
    var cleared = new HashMap<String, Object>();
    cleared.put("contact", null);
    var me = api.put("/api/v1/users/me", cleared, doctor.field("access_token"));
    assertThat(me.data().path("contact").isNull()).isTrue();
    assertThat(me.data().path("name").asString()).isEqualTo("Dr. Test");
    for (var id : List.of(other.field("user_id"), UUID.randomUUID().toString())) {
      var refused = api.get("/api/v1/users/" + id, doctor.field("access_token"));
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.message()).isEqualTo("Invalid entity ID for this user");
    }
    assertThat(api.get("/api/v1/users/123", doctor.field("access_token")).status()).isEqualTo(422);
    assertThat(api.get("/api/v1/users", doctor.field("access_token")).status()).isEqualTo(403);
    assertThat(api.delete(own, doctor.field("access_token")).status()).isEqualTo(403);
    assertThat(api.get("/api/v1/users/" + UUID.randomUUID(), api.adminToken()).status())
        .isEqualTo(404);
    assertThat(api.get("/api/v1/users/me", null).status()).isEqualTo(401);
  }

  @Test
  void a_name_stays_on_its_line_and_an_older_one_is_still_read() {
    var doctor = api.signUpDoctor(Api.email(), PASSWORD);
    for (var name : List.of("a\nb", "a\u001b[31mb", "a\u0007", "a\u202eb", "x".repeat(256))) {
      var refused = api.put("/api/v1/users/me", Map.of("name", name), doctor.field("access_token"));
      assertThat(refused.status()).isEqualTo(422);
    }
    var lines = Map.of("address", "Street 1\nTown");
    assertThat(api.put("/api/v1/users/me", lines, doctor.field("access_token")).status())
        .isEqualTo(200);

    jdbc.sql("update account set name = 'a' || chr(7) || chr(10) || 'b' where id = :id")
        .param("id", UUID.fromString(doctor.field("user_id")))
        .update();
    var me = api.get("/api/v1/users/me", doctor.field("access_token"));
    assertThat(me.data().path("name").asString()).isEqualTo("a\u0007\nb");
    var contact = api.put("/api/v1/users/me", Map.of("contact", "1"), doctor.field("access_token"));
    assertThat(contact.status()).isEqualTo(200);
  }

  @Test
  void an_admin_pages_through_all_users_by_cursor_without_gap_or_repeat() {
    var admin = api.adminToken();
    for (int i = 0; i < 5; i++) {
      var made =
          api.post(
              "/api/v1/users",
              Map.of("email", Api.email(), "password", PASSWORD, "role", "doctor", "name", "L"),
              admin);
      assertThat(made.status()).isEqualTo(200);
      assertThat(made.data().path("profile_id").asString())
          .isEqualTo(made.data().path("id").asString());
    }

    var first = api.get("/api/v1/users?limit=2", admin);
    assertThat(first.data().path("total").asInt()).isGreaterThanOrEqualTo(6);
    var seen = new ArrayList<String>();
    var page = first;
    while (true) {
      page.data().path("users").forEach(user -> seen.add(user.path("id").asString()));
      var next = page.data().path("next_cursor");
      if (next.isNull()) {
        break;
      }
      page = api.get("/api/v1/users?limit=2&cursor=" + next.asString(), admin);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.data().path("total").isNull()).isTrue();
    }
    assertThat(seen).hasSize(first.data().path("total").asInt()).doesNotHaveDuplicates();
    var second = api.get("/api/v1/users?limit=2&skip=2", admin);
    assertThat(second.data().path("users").path(0).path("id").asString()).isEqualTo(seen.get(2));
    assertThat(api.get("/api/v1/users?limit=0", admin).status()).isEqualTo(422);
    assertThat(api.get("/api/v1/users?cursor=abc", admin).status()).isEqualTo(422);
  }

  @Test
  void deactivation_ends_the_sessions_bars_the_account_and_can_be_undone() {
    var email = Api.email();
    var doctor = api.signUpDoctor(email, PASSWORD);
    var user = UserId.of(doctor.field("user_id"));
    var path = "/api/v1/users/" + user;
    var admin = api.adminToken();

    var changed = api.put(path, Map.of("is_active", false), admin);

    assertThat(changed.data().path("is_active").asBoolean()).isFalse();
    var barred = api.get("/api/v1/users/me", doctor.field("access_token"));
    assertThat(barred.status()).isEqualTo(403);
    assertThat(barred.code()).isEqualTo("AUTH_004");
    assertThat(barred.message()).isEqualTo("Account is deactivated");
    assertThat(refresh(doctor.field("refresh_token")).status()).isEqualTo(403);
    assertThat(api.login(email, PASSWORD).status()).isEqualTo(403);
    assertThat(api.login(email, "wrong password").status()).isEqualTo(401);
    assertThat(api.get(path, admin).data().path("is_active").asBoolean()).isFalse();

    assertThat(api.put(path, Map.of("is_active", true), admin).status()).isEqualTo(200);

    var old = api.get("/api/v1/users/me", doctor.field("access_token"));
    assertThat(old.status()).isEqualTo(401);
    assertThat(old.message()).isEqualTo("Session has ended");
    assertThat(api.login(email, PASSWORD).status()).isEqualTo(200);
    await()
        .untilAsserted(() -> {
          assertThat(heard.sessions)
              .anyMatch(f -> f instanceof AccountBarred b && b.account().equals(user))
              .anyMatch(f -> f instanceof AccountReadmitted r && r.account().equals(user));
          assertThat(heard.accounts)
              .filteredOn(f -> f.account().equals(user))
              .hasSize(3)
              .satisfies(facts -> {
                assertThat(facts.get(0)).isInstanceOf(AccountRegistered.class);
                assertThat(facts.get(1)).isInstanceOf(AccountDeactivated.class);
                assertThat(facts.get(2)).isInstanceOf(AccountReactivated.class);
                assertThat(facts.get(0).version()).isLessThan(facts.get(1).version());
                assertThat(facts.get(1).version()).isLessThan(facts.get(2).version());
              });
        });
  }

  @Test
  void a_deleted_account_is_gone_its_email_free_and_its_profile_removed() {
    var email = Api.email();
    var doctor = api.signUpDoctor(email, PASSWORD);
    var user = UserId.of(doctor.field("user_id"));
    var path = "/api/v1/users/" + user;
    var login = api.login(WholeService.ADMIN, WholeService.ADMIN_PASSWORD);
    var admin = login.field("access_token");

    var deleted = api.delete(path, admin);

    assertThat(deleted.status()).isEqualTo(204);
    assertThat(directory.profiles).doesNotContainKey(user.toString());
    assertThat(directory.deletedBy.get(user.toString()))
        .isEqualTo("deleted=true&by=" + login.field("user_id"));
    assertThat(
            jdbc.sql("select concat(email, name, contact, address) from account where id = :id")
                .param("id", user.value())
                .query(String.class)
                .single())
        .isEmpty();
    assertThat(api.get(path, admin).status()).isEqualTo(404);
    assertThat(api.delete(path, admin).status()).isEqualTo(404);
    assertThat(api.get("/api/v1/users/me", doctor.field("access_token")).status()).isEqualTo(403);
    assertThat(refresh(doctor.field("refresh_token")).status()).isEqualTo(403);
    assertThat(api.login(email, PASSWORD).status()).isEqualTo(401);
    assertThat(api.signUpDoctor(email, PASSWORD).status()).isEqualTo(200);
    await()
        .untilAsserted(() ->
            assertThat(heard.accounts)
                .anyMatch(f ->
                    f instanceof AccountDeleted(var id, _, var by, _)
                        && id.equals(user)
                        && UserId.of(login.field("user_id")).equals(by)));
  }

  @Test
  void a_profile_that_the_directory_deleted_takes_its_account_along_however_often_it_is_told() {
    var email = Api.email();
    var doctor = api.signUpDoctor(email, PASSWORD);
    var id = UUID.fromString(doctor.field("user_id"));
    var removed = new RelationChanged(new Relation(RelationKind.DOCTOR, id, id, false, 7), null);

    for (int i = 0; i < 2; i++) {
      Bus.tell(RelationFact.TOPIC, removed);
    }

    await()
        .untilAsserted(() ->
            assertThat(api.get("/api/v1/users/me", doctor.field("access_token")).status())
                .isEqualTo(403));
    assertThat(api.signUpDoctor(email, PASSWORD).status()).isEqualTo(200);
    var second = api.signUpDoctor(Api.email(), PASSWORD);
    var byService = api.delete("/internal/accounts/" + second.field("user_id"), api.serviceToken());
    assertThat(byService.status()).isEqualTo(204);
    assertThat(api.get("/api/v1/users/me", second.field("access_token")).status()).isEqualTo(403);
  }

  @Test
  void the_last_active_admin_stays_and_nobody_deletes_itself() throws Exception {
    var first = api.login(WholeService.ADMIN, WholeService.ADMIN_PASSWORD);
    var made =
        api.post(
            "/api/v1/auth/admin-signup",
            Api.signUp(Api.email(), PASSWORD),
            first.field("access_token"));
    var admins = api.get("/api/v1/users?limit=200", first.field("access_token"));
    var known = new HashSet<String>();
    admins
        .data()
        .path("users")
        .forEach(user -> {
          if (user.path("role").asString().equals("admin")) {
            known.add(user.path("id").asString());
          }
        });
    known.removeAll(List.of(first.field("user_id"), made.field("user_id")));
    known.forEach(id -> api.delete("/api/v1/users/" + id, first.field("access_token")));

    var own = api.delete("/api/v1/users/" + made.field("user_id"), made.field("access_token"));
    assertThat(own.status()).isEqualTo(400);
    assertThat(own.code()).isEqualTo("BIZ_001");
    // two admins deactivate each other at the same time
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var one =
          threads.submit(() ->
              api.put(
                  "/api/v1/users/" + made.field("user_id"),
                  Map.of("is_active", false),
                  first.field("access_token")));
      var two =
          threads.submit(() ->
              api.put(
                  "/api/v1/users/" + first.field("user_id"),
                  Map.of("is_active", false),
                  made.field("access_token")));
      assertThat(List.of(one.get().status(), two.get().status()))
          .filteredOn(status -> status == 200)
          .hasSize(1);
    }
    var left =
        api.login(WholeService.ADMIN, WholeService.ADMIN_PASSWORD).status() == 200 ? first : made;
    var gone = left == first ? made : first;
    var refused =
        api.put("/api/v1/users/me", Map.of("is_active", false), left.field("access_token"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("BIZ_001");
    var back =
        api.put(
            "/api/v1/users/" + gone.field("user_id"),
            Map.of("is_active", true),
            left.field("access_token"));
    assertThat(back.status()).isEqualTo(200);
  }

  private Response refresh(String token) {
    return api.post("/api/v1/auth/refresh", Map.of("refresh_token", token));
  }
}
