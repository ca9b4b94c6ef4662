package poca.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static poca.directory.Told.granted;
import static poca.directory.Told.piece;
import static poca.directory.Told.send;
import static poca.directory.Told.someService;
import static poca.directory.Told.tell;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.access.audit.AuditHashes;
import poca.directory.testing.Api;
import poca.directory.testing.FakeAuth;
import poca.directory.testing.RealDirectory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RealDirectory
class AuditCopiesIT {

  private static final JsonMapper JSON = new JsonMapper();

  @Autowired Api api;
  @Autowired FakeAuth auth;
  @Autowired JdbcClient jdbc;

  private List<Long> positions(String service) {
    return jdbc.sql("select position from audit_copy where service = ? order by position")
        .param(service)
        .query(Long.class)
        .list();
  }

  @Test
  void a_piece_that_comes_twice_late_or_with_more_to_say_is_kept_once() {
    var service = someService();
    var patient = UUID.randomUUID();
    var first = piece(service, 1, List.of(granted(1, UUID.randomUUID(), patient)));
    var second =
        piece(
            service,
            2,
            List.of(
                granted(2, UUID.randomUUID(), patient), granted(3, UUID.randomUUID(), patient)));
    var third = (ObjectNode) JSON.valueToTree(piece(service, 4, first.entries()));
    third.put("colour", "red");
    ((ObjectNode) third.path("entries").path(0).path("entry")).put("mood", "calm");

    tell(second, first, second);
    send(service + ":9", "EntriesForgotten", "{\"service\": \"%s\"}".formatted(service));
    send(service + ":4", "EntriesSealed", third.toString());

    await().untilAsserted(() -> assertThat(positions(service)).containsExactly(1L, 2L, 3L, 4L));
    assertThat(api.asAdmin().get("/api/v1/audit?patient_id=" + patient).data().path("entries"))
        .hasSize(4);
    // what says something else about a position that is known says it to nobody
    tell(piece(service, 1, List.of(granted(59, UUID.randomUUID(), patient))));
    tell(piece(service, 5, first.entries()));
    await().untilAsserted(() -> assertThat(positions(service)).hasSize(5));
    assertThat(
            jdbc.sql("select id from audit_copy where service = ? and position = 1")
                .param(service)
                .query(UUID.class)
                .single())
        .isEqualTo(first.entries().getFirst().entry().id());
  }

  private JsonNode copy(String service) {
    for (var copy : api.asService().get("/internal/audit/copies").body()) {
      if (copy.path("service").asString().equals(service)) {
        return copy;
      }
    }
    throw new AssertionError("no copy of " + service);
  }

  private void tampered(String sql) {
    jdbc.sql("alter table audit_copy disable trigger append_only").update();
    try {
      assertThat(jdbc.sql(sql).update()).isPositive();
    } finally {
      jdbc.sql("alter table audit_copy enable trigger append_only").update();
    }
  }

  @Test
  void a_copy_is_right_if_the_owner_has_the_same_chain_and_else_names_the_first_that_is_not() {
    assertThat(api.asAdmin().get("/internal/audit/copies").status()).isIn(401, 403);
    var entries = IntStream.range(0, 6).mapToObj(i -> granted(i, UUID.randomUUID(), null)).toList();
    var link = AuditHashes.BEGINNING;
    for (var i = 0; i < entries.size(); i++) {
      link = AuditHashes.link(link, entries.get(i));
      auth.links().put(Integer.toString(i + 1), link);
    }
    tell(piece("auth-service", 1, entries));
    await().untilAsserted(() -> assertThat(positions("auth-service")).hasSize(6));

    right();
    auth.whileAway(() ->
        assertThat(copy("auth-service").toString())
            .isEqualTo(
                """
                {"service":"auth-service","entries":6,"bad_position":null,\
                "owner":"OUT_OF_REACH"}\
                """));

    tampered(
        "update audit_copy set reason = 'admin' where service = 'auth-service' and position = 4");
    assertThat(copy("auth-service").path("bad_position").asLong()).isEqualTo(4);
    assertThat(copy("auth-service").path("entries").asLong()).isEqualTo(3);
    tampered(
        "update audit_copy set reason = 'treats' where service = 'auth-service' and position = 4");
    right();

    tampered("update audit_copy set position = 99 where service = 'auth-service' and position = 3");
    assertThat(copy("auth-service").path("bad_position").asLong()).isEqualTo(3);
    tampered("update audit_copy set position = 3 where service = 'auth-service' and position = 99");
    right();

    tell(piece("auth-service", 7, List.of(granted(7, UUID.randomUUID(), null))));
    await().untilAsserted(() -> assertThat(positions("auth-service")).hasSize(7));
    assertThat(copy("auth-service").path("bad_position").asLong()).isEqualTo(7);
    tampered("delete from audit_copy where service = 'auth-service' and position = 7");
    right();

    // its own copy is held against its own chain
    api.patient("P");
    api.asAdmin().get("/api/v1/patients");
    await()
        .untilAsserted(() -> {
          assertThat(copy("directory-service").path("entries").asLong()).isPositive();
          assertThat(copy("directory-service").path("bad_position").isNull()).isTrue();
        });
    // whom nobody can ask
    assertThat(copy("chat-service").path("entries").asLong()).isZero();
  }

  private void right() {
    assertThat(copy("auth-service").toString())
        .isEqualTo(
            """
            {"service":"auth-service","entries":6,"bad_position":null,"owner":"ASKED"}\
            """);
  }

  @Test
  void nobody_changes_a_copy_by_mistake() {
    api.asAdmin().get("/api/v1/patients");
    await().untilAsserted(() -> assertThat(positions("directory-service")).isNotEmpty());

    for (var sql : List.of("update audit_copy set reason = 'x'", "delete from audit_copy")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("append-only");
    }
  }
}
