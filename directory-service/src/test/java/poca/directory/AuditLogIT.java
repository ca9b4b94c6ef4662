package poca.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.AuditFact;
import poca.contracts.fact.AuditFact.Action;
import poca.contracts.fact.AuditFact.AuditEntry;
import poca.contracts.fact.AuditFact.EntriesSealed;
import poca.contracts.fact.AuditFact.Outcome;
import poca.contracts.fact.AuditFact.SealedEntry;
import poca.directory.testing.Api;
import poca.directory.testing.FakeAuth;
import poca.directory.testing.RealDirectory;
import poca.platform.audit.Seals;
import poca.stack.testing.RealParts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RealDirectory
class AuditLogIT {

  private static final Instant MORNING = Instant.parse("2026-01-01T08:00:00Z");
  private static final JsonMapper JSON = new JsonMapper();

  @Autowired Api api;
  @Autowired FakeAuth auth;
  @Autowired JdbcClient jdbc;

  // --- what other services tell

  private static SealedEntry entry(
      int minute, @Nullable UUID actor, @Nullable UUID patient, String resource, Outcome outcome) {
    return new SealedEntry(
        new AuditEntry(
            UUID.randomUUID(),
            MORNING.plus(Duration.ofMinutes(minute)),
            actor == null ? null : new UserId(actor),
            actor == null ? null : Role.DOCTOR,
            actor,
            Action.READ,
            resource,
            null,
            patient == null ? null : new PatientId(patient),
            outcome,
            outcome == Outcome.GRANTED ? "treats" : "AUTH_004",
            "request"),
        "5e" + "0".repeat(62));
  }

  private static SealedEntry granted(int minute, UUID actor, @Nullable UUID patient) {
    return entry(minute, actor, patient, "case_history", Outcome.GRANTED);
  }

  private static EntriesSealed piece(String service, long first, List<SealedEntry> entries) {
    return new EntriesSealed(service, first, Seals.BEGINNING, Seals.BEGINNING, entries);
  }

  private static void tell(EntriesSealed... pieces) {
    for (var piece : pieces) {
      send(piece.key(), "EntriesSealed", JSON.writeValueAsString(piece));
    }
  }

  private static void send(String key, String type, String body) {
    var settings =
        Map.<String, Object>of("bootstrap.servers", RealParts.kafka().bootstrapServers());
    try (var kafka =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      var message = new ProducerRecord<>(AuditFact.TOPIC.name(), key, body);
      message.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
      message.headers().add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
      kafka.send(message);
    }
  }

  private List<Long> positions(String service) {
    return jdbc.sql("select position from audit_copy where service = ? order by position")
        .param(service)
        .query(Long.class)
        .list();
  }

  private static String someService() {
    return "s-" + UUID.randomUUID();
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

  // --- /audit

  private JsonNode entries(String query) {
    return api.asAdmin().get("/api/v1/audit?" + query).data().path("entries");
  }

  @Test
  void an_entry_shows_every_field_of_the_contract() {
    var doctor = UUID.randomUUID();
    var patient = UUID.randomUUID();
    var service = someService();
    var row = granted(1, doctor, patient);

    tell(piece(service, 1, List.of(row)));

    await().untilAsserted(() -> assertThat(entries("actor_id=" + doctor)).hasSize(1));
    assertThat(entries("actor_id=" + doctor).path(0).toString())
        .isEqualTo(
            """
            {"id":"%s","at":"2026-01-01T08:01:00.000Z","service":"%s","actor_id":"%s",\
            "actor_role":"doctor","acting_as":"%s","action":"read","resource":"case_history",\
            "resource_id":null,"patient_id":"%s","outcome":"granted","reason":"treats",\
            "request_id":"request"}\
            """
                .formatted(row.entry().id(), service, doctor, doctor, patient));
  }

  @Test
  void every_filter_is_one_and_a_cursor_walks_what_is_left() {
    var service = someService();
    var doctor = UUID.randomUUID();
    var other = UUID.randomUUID();
    var patient = UUID.randomUUID();
    var resource = "thing_" + service.substring(2, 10);
    var told = new ArrayList<SealedEntry>();
    told.add(entry(5, doctor, patient, resource, Outcome.GRANTED));
    told.add(entry(1, doctor, patient, resource, Outcome.REFUSED));
    told.add(entry(3, other, patient, resource, Outcome.GRANTED));
    told.add(entry(4, null, null, resource, Outcome.REFUSED));
    IntStream.range(0, 4).forEach(_ -> told.add(entry(6, doctor, null, resource, Outcome.GRANTED)));
    tell(piece(service, 1, told));
    var mine = "resource=" + resource;
    await().untilAsserted(() -> assertThat(entries(mine)).hasSize(8));

    assertThat(entries(mine + "&actor_id=" + doctor)).hasSize(6);
    assertThat(entries(mine + "&patient_id=" + patient)).hasSize(3);
    assertThat(entries(mine + "&outcome=refused")).hasSize(2);
    assertThat(entries(mine + "&from=2026-01-01T08:03:00Z")).hasSize(7);
    assertThat(entries(mine + "&from=2026-01-01T08:03:00Z&to=2026-01-01T08:05:00Z")).hasSize(2);
    assertThat(entries(mine + "&from=-99999-01-01T00:00:00Z&to=%2B99999-01-01T00:00:00Z"))
        .hasSize(8);

    var expected =
        told.stream()
            .map(SealedEntry::entry)
            .sorted(
                java.util.Comparator.comparing(AuditEntry::at)
                    .thenComparing(entry -> entry.id().toString()))
            .map(entry -> entry.id().toString())
            .toList();
    var seen = new ArrayList<String>();
    var page = api.asAdmin().get("/api/v1/audit?limit=3&" + mine).data();
    assertThat(page.propertyNames()).containsExactlyInAnyOrder("entries", "next_cursor");
    while (true) {
      page.path("entries").forEach(entry -> seen.add(entry.path("id").asString()));
      if (page.path("next_cursor").isNull()) {
        break;
      }
      var next = "&cursor=" + page.path("next_cursor").asString();
      assertThat(api.asAdmin().get("/api/v1/audit?outcome=granted&" + mine + next).status())
          .isEqualTo(422);
      page = api.asAdmin().get("/api/v1/audit?limit=3&" + mine + next).data();
    }
    assertThat(seen).containsExactlyElementsOf(expected);
  }

  @Test
  void only_admins_read_the_audit_and_their_reading_is_in_it() {
    var admin = UUID.randomUUID();
    var patient = api.patient("P");

    assertThat(api.get("/api/v1/audit").status()).isEqualTo(401);
    for (var role : List.of(Role.DOCTOR, Role.PATIENT, Role.HOSPITAL)) {
      var refused = api.as(role, UUID.randomUUID()).get("/api/v1/audit?patient_id=x");
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.message()).isEqualTo("Admin privileges required");
    }
    for (var wrong :
        List.of(
            "patient_id=x",
            "actor_id=x",
            "outcome=GRANTED",
            "outcome=x",
            "from=x",
            "to=y",
            "limit=0",
            "limit=201",
            "cursor=x",
            "resource=%00")) {
      assertThat(api.asAdmin().get("/api/v1/audit?" + wrong).status()).as(wrong).isEqualTo(422);
    }
    assertThat(api.as(Role.ADMIN, admin).get("/api/v1/audit?patient_id=" + patient).status())
        .isEqualTo(200);

    await().untilAsserted(() -> assertThat(entries("actor_id=" + admin)).hasSize(1));
    var reading = entries("actor_id=" + admin).path(0);
    assertThat(reading.path("resource").asString()).isEqualTo("audit");
    assertThat(reading.path("patient_id").asString()).isEqualTo(patient.toString());
    assertThat(reading.path("service").asString()).isEqualTo("directory-service");
  }

  @Test
  void what_is_done_is_shown_within_five_seconds() {
    var patient = api.patient("P");
    var doctor = api.doctor("Dr. Ana");

    var slowest = Duration.ZERO;
    for (var i = 1; i <= 5; i++) {
      var count = i;
      api.as(Role.DOCTOR, doctor).get("/api/v1/patients/" + patient);
      var done = Instant.now();
      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() -> assertThat(entries("actor_id=" + doctor)).hasSize(count));
      var took = Duration.between(done, Instant.now());
      slowest = took.compareTo(slowest) > 0 ? took : slowest;
    }
    System.out.printf("the slowest of 5 entries was shown after %d ms%n", slowest.toMillis());
  }

  // --- the access log

  @Test
  void a_patients_people_see_who_had_its_data_and_why() {
    var patient = api.patient("P");
    var parent = api.patient("Q");
    var doctor = api.doctor("Dr. Ana");
    var gone = UUID.randomUUID();
    api.asAdmin().relate(parent, patient, "parent");
    var service = someService();
    tell(
        piece(
            service,
            1,
            List.of(
                granted(1, doctor, patient),
                entry(2, doctor, patient, "report", Outcome.REFUSED),
                granted(3, gone, patient),
                entry(4, null, patient, "document", Outcome.GRANTED),
                granted(5, doctor, UUID.randomUUID()))));
    var log = "/api/v1/patients/%s/access-log".formatted(patient);
    var early = log + "?to=2026-01-01T09:00:00Z";

    await()
        .untilAsserted(() ->
            assertThat(api.as(Role.PATIENT, patient).get(early).data().path("entries").toString())
                .isEqualTo(
                    """
                    [{"at":"2026-01-01T08:01:00.000Z","actor_id":"%s","actor_name":"Dr. Ana",\
                    "actor_role":"doctor","action":"read","resource":"case_history",\
                    "reason":"treats"},\
                    {"at":"2026-01-01T08:03:00.000Z","actor_id":"%s","actor_name":null,\
                    "actor_role":"doctor","action":"read","resource":"case_history",\
                    "reason":"treats"},\
                    {"at":"2026-01-01T08:04:00.000Z","actor_id":null,"actor_name":null,\
                    "actor_role":null,"action":"read","resource":"document",\
                    "reason":"treats"}]\
                    """
                        .formatted(doctor, gone)));
    assertThat(api.as(Role.PATIENT, parent).get(early).data().path("entries")).hasSize(3);
    assertThat(api.asAdmin().get(early).data().path("entries")).hasSize(3);
    var first = api.asAdmin().get(early + "&limit=2").data();
    assertThat(first.path("entries")).hasSize(2);
    var rest = api.asAdmin().get(early + "&cursor=" + first.path("next_cursor").asString()).data();
    assertThat(rest.path("entries")).hasSize(1);
    assertThat(rest.path("next_cursor").isNull()).isTrue();

    // the readings above are accesses themselves
    await()
        .untilAsserted(() ->
            assertThat(
                    api.as(Role.PATIENT, patient)
                        .get(log + "?from=2026-01-02T00:00:00Z")
                        .data()
                        .path("entries")
                        .toString())
                .contains("\"actor_name\":\"Q\",\"actor_role\":\"patient\",\"action\":\"read\"")
                .contains("\"resource\":\"audit\",\"reason\":\"related\""));
  }

  @Test
  void nobody_else_sees_it() {
    var patient = api.patient("P");
    var doctor = api.doctor("D");
    api.map("doctor-patient", doctor, patient);
    var log = "/api/v1/patients/%s/access-log".formatted(patient);

    assertThat(api.get(log).status()).isEqualTo(401);
    assertThat(api.as(Role.DOCTOR, doctor).get(log).status()).isEqualTo(403);
    assertThat(api.as(Role.HOSPITAL, api.hospital("H")).get(log).status()).isEqualTo(403);
    assertThat(api.as(Role.PATIENT, api.patient("X")).get(log).status()).isEqualTo(403);
    assertThat(
            api.as(Role.PATIENT, patient)
                .get("/api/v1/patients/%s/access-log".formatted(UUID.randomUUID()))
                .status())
        .isEqualTo(404);
    assertThat(api.asAdmin().get("/api/v1/patients/x/access-log").status()).isEqualTo(422);
    assertThat(api.asAdmin().get(log + "?from=yesterday").status()).isEqualTo(422);
  }

  // --- the copies

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
    var link = Seals.BEGINNING;
    for (var i = 0; i < entries.size(); i++) {
      link = Seals.link(link, entries.get(i));
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
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> jdbc.sql(sql).update())
          .hasMessageContaining("append-only");
    }
  }
}
