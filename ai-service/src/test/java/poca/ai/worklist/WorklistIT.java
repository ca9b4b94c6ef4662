package poca.ai.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.ai.worklist.WorklistStore.Scope;
import poca.aitest.RealAi;
import poca.aitest.World;
import poca.contracts.AiSessionId;
import poca.contracts.DoctorId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.testkit.world.Counted;
import poca.testkit.world.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RealAi
@Import(Counted.class)
class WorklistIT {

  private static final Instant MORNING = Instant.parse("2026-11-24T08:00:00Z");
  private static final WorklistFilter ALL =
      new WorklistFilter(null, null, null, null, null, null, null);

  @Autowired World world;
  @Autowired JdbcClient jdbc;

  /// A session that came to be so by whatever way.
  private String session(World.Pair pair, int hour, @Nullable String urgency, boolean attended) {
    var id = world.session(pair.patient(), pair.chat());
    var at = MORNING.plusSeconds(3600L * hour).atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            update ai_session set started_at = :at, urgency = :urgency, urgency_rule = 'a-rule',
              urgency_at = case when cast(:urgency as text) is null then null
                else cast(:at as timestamptz) end,
              attended_at = case when :attended then cast(:at as timestamptz) end
            where id = cast(:id as uuid)
            """)
        .param("id", id)
        .param("at", at)
        .param("urgency", urgency)
        .param("attended", attended)
        .update();
    return id;
  }

  private static List<String> ids(JsonNode list) {
    return list.path("sessions").valueStream().map(s -> s.path("id").asString()).toList();
  }

  private JsonNode list(Person by, String query) {
    var response = world.get(by, "/ai/sessions" + query);
    assertThat(response.status()).as(response.toString()).isEqualTo(200);
    return response.data();
  }

  @Test
  void what_waits_comes_first_and_red_before_everything() {
    var pair = world.pair();
    var attendedRed = session(pair, 0, "red", true);
    var silent = session(pair, 1, null, false);
    var green = session(pair, 2, "green", false);
    var yellow = session(pair, 3, "yellow", false);
    var attendedGreen = session(pair, 4, "green", true);
    var secondRed = session(pair, 6, "red", false);
    var firstRed = session(pair, 5, "red", false);
    var order = List.of(firstRed, secondRed, yellow, green, silent, attendedRed, attendedGreen);
    var all = list(pair.doctor(), "");
    assertThat(ids(all)).isEqualTo(order);
    assertThat(all.path("total").asInt()).isEqualTo(7);
    assertThat(all.path("next_cursor").isNull()).isTrue();

    var walked = new ArrayList<String>();
    var cursor = "";
    do {
      var page = list(pair.doctor(), "?limit=2" + cursor);
      walked.addAll(ids(page));
      assertThat(page.path("total").isNull()).isEqualTo(!cursor.isEmpty());
      cursor =
          page.path("next_cursor").isNull() ? "" : "&cursor=" + page.path("next_cursor").asString();
    } while (!cursor.isEmpty());
    assertThat(walked).isEqualTo(order);
    assertThat(ids(list(pair.doctor(), "?skip=2&limit=3"))).isEqualTo(order.subList(2, 5));

    // whatever else the patient starts
    world.say(pair.patient(), world.session(pair.patient(), pair.chat()), "I have a runny nose");
    assertThat(ids(list(pair.doctor(), "?limit=2"))).containsExactly(firstRed, secondRed);
    world.get(pair.doctor(), "/ai/sessions/" + firstRed);
    assertThat(ids(list(pair.doctor(), "?limit=2"))).containsExactly(secondRed, yellow);
  }

  @Test
  void each_filter_narrows_the_list() {
    var pair = world.pair();
    var red = session(pair, 1, "red", false);
    var seen = session(pair, 2, "red", true);
    var green = session(pair, 3, "green", false);
    var silent = session(pair, 4, null, false);
    world.put(pair.patient(), "/ai/sessions/" + seen + "/end", null);
    jdbc.sql("update ai_session set understood = false where id = cast(? as uuid)")
        .param(green)
        .update();
    jdbc.sql("update ai_session set summary_ready = true where id = cast(? as uuid)")
        .param(red)
        .update();
    world.relate(RelationKind.PATIENT, pair.patient().id(), pair.patient().id());

    var doctor = pair.doctor();
    assertThat(ids(list(doctor, "?urgency=red"))).containsExactly(red, seen);
    assertThat(ids(list(doctor, "?urgency=red&attended=false"))).containsExactly(red);
    assertThat(ids(list(doctor, "?urgency=red&attended=true"))).containsExactly(seen);
    assertThat(ids(list(doctor, "?attended=false"))).containsExactly(red, green, silent);
    assertThat(ids(list(doctor, "?attended=true"))).containsExactly(seen);
    assertThat(ids(list(doctor, "?understood=false"))).containsExactly(green);
    assertThat(ids(list(doctor, "?understood=true&urgency=green"))).isEmpty();
    assertThat(ids(list(doctor, "?open=true"))).containsExactly(red, green, silent);
    assertThat(ids(list(doctor, "?open=false"))).containsExactly(seen);
    assertThat(ids(list(doctor, "?summary_ready=true"))).containsExactly(red);
    assertThat(ids(list(doctor, "?summary_ready=false&limit=1"))).containsExactly(green);
    assertThat(list(doctor, "?urgency=red").path("total").asInt()).isEqualTo(2);
    assertThat(list(doctor, "?chat_id=" + pair.chat()).path("total").asInt()).isEqualTo(4);
    assertThat(list(doctor, "?patient_id=" + pair.patient().id()).path("total").asInt())
        .isEqualTo(4);

    for (var wrong : List.of("urgency=RED", "open=perhaps", "chat_id=x", "cursor=x", "limit=0")) {
      assertThat(world.get(doctor, "/ai/sessions?" + wrong).status()).as(wrong).isEqualTo(422);
    }
    var cursor = list(doctor, "?limit=1").path("next_cursor").asString();
    assertThat(world.get(doctor, "/ai/sessions?open=true&cursor=" + cursor).status())
        .isEqualTo(422);
  }

  @Test
  void everybody_sees_its_own_and_no_others() {
    var pair = world.pair();
    var other = world.pair();
    var mine = session(pair, 1, "red", false);
    var theirs = session(other, 2, "red", false);
    var child = UUID.randomUUID();
    var doctor = world.person(Role.DOCTOR);
    var chatOfTheChild = world.chat(doctor.id(), child);
    world.relate(RelationKind.RELATED, pair.patient().id(), child);
    var childs = session(new World.Pair(doctor, pair.patient(), chatOfTheChild), 0, "green", false);

    assertThat(ids(list(pair.doctor(), ""))).containsExactly(mine);
    assertThat(ids(list(other.doctor(), ""))).containsExactly(theirs);
    var spokenFor = list(pair.patient(), "");
    assertThat(ids(spokenFor)).containsExactly(mine, childs);
    assertThat(spokenFor.path("total").asInt()).isEqualTo(2);
    assertThat(ids(list(pair.patient(), "?limit=1&skip=1"))).containsExactly(childs);
    assertThat(ids(list(pair.patient(), "?chat_id=" + chatOfTheChild))).containsExactly(childs);
    var admin = world.person(Role.ADMIN);
    assertThat(ids(list(admin, "?limit=200&attended=false"))).contains(mine, theirs, childs);
    assertThat(world.get(world.person(Role.HOSPITAL), "/ai/sessions").status()).isEqualTo(403);

    world.part(RelationKind.RELATED, pair.patient().id(), child);
    assertThat(ids(list(pair.patient(), ""))).containsExactly(mine);

    for (var patient : List.of(pair.patient(), other.patient())) {
      world.relate(RelationKind.PATIENT, patient.id(), patient.id());
    }
    var theirChat = "/ai/sessions?chat_id=" + other.chat();
    assertThat(world.get(pair.doctor(), theirChat).status()).isEqualTo(403);
    assertThat(world.get(pair.patient(), theirChat).status()).isEqualTo(403);
    var theirPatient = "?patient_id=" + other.patient().id();
    assertThat(world.get(pair.patient(), "/ai/sessions" + theirPatient).status()).isEqualTo(403);
    assertThat(ids(list(pair.doctor(), theirPatient))).isEmpty();
    for (var unknown : List.of("chat_id=", "patient_id=")) {
      assertThat(world.get(admin, "/ai/sessions?" + unknown + UUID.randomUUID()).status())
          .isEqualTo(404);
    }
  }

  @Test
  void the_first_page_of_ten_thousand_reads_no_more_rows_than_it_shows() {
    var doctor = UUID.randomUUID();
    var patient = UUID.randomUUID();
    // of one doctor and of one patient, both among others
    for (var sides :
        List.of(List.of(doctor, UUID.randomUUID()), List.of(UUID.randomUUID(), patient))) {
      jdbc.sql(
              """
              with c as (
                insert into chat_party (chat_id, doctor_id, patient_id, deleted, version)
                select gen_random_uuid(), :doctor, :patient, false, 1 from generate_series(1, 50)
                returning chat_id, doctor_id, patient_id
              )
              insert into ai_session (id, chat_id, doctor_id, patient_id, started_by, started_at,
                engine, urgency, urgency_at, attended_at, version, told, updated_at)
              select gen_random_uuid(), chat_id, doctor_id, patient_id, patient_id,
                now() - n * interval '1 hour', 'builtin',
                (array['red', 'yellow', 'green', null])[1 + n % 4],
                case when n % 4 < 3 then now() - n * interval '1 minute' end,
                case when n % 3 = 0 then now() end, 1, true, now()
              from c cross join generate_series(1, 200) n
              """)
          .param("doctor", sides.get(0))
          .param("patient", sides.get(1))
          .update();
    }
    jdbc.sql("analyze ai_session").update();
    var scopes =
        List.of(
            new Scope.All(),
            new Scope.OfDoctor(new DoctorId(doctor)),
            new Scope.SpokenFor(new UserId(patient)));
    var waiting = new WorklistFilter(null, null, null, null, null, false, null);
    for (var scope : scopes) {
      for (var filter : List.of(ALL, waiting)) {
        assertThat(mostRows(WorklistStore.pageQuery(scope, filter, null, 0, 101)))
            .as(scope + " " + filter)
            .isLessThanOrEqualTo(101);
        var far = new WorklistCursor(2, Instant.now(), new AiSessionId(UUID.randomUUID()));
        assertThat(mostRows(WorklistStore.pageQuery(scope, filter, far, 0, 101)))
            .as("behind a place: " + scope + " " + filter)
            .isLessThanOrEqualTo(101);
      }
    }
    var person = world.login(doctor, Role.DOCTOR, java.time.Duration.ofMinutes(5));
    Counted.forget();
    var page = list(person, "");
    assertThat(page.path("total").asInt()).isEqualTo(10_000);
    assertThat(page.path("sessions")).hasSize(100);
    assertThat(Counted.seen())
        .satisfiesExactly(
            sql -> assertThat(sql).startsWith("insert into audit_pending"),
            sql -> assertThat(sql).startsWith("select s.id, s.place, s.waits_since from"),
            sql -> assertThat(sql).startsWith("select count(*)"),
            sql -> assertThat(sql).startsWith("select s.id, s.chat_id"));
  }

  /// The most rows that any step of the plan gave or threw away.
  private long mostRows(WorklistStore.Query query) {
    var plan =
        jdbc.sql("explain (analyze, format json) " + query.sql())
            .params(query.parameters())
            .query(String.class)
            .single();
    return most(JsonMapper.builder().build().readTree(plan).get(0).path("Plan"));
  }

  private static long most(JsonNode step) {
    var rows =
        Math.max(
            step.path("Actual Rows").asLong() * step.path("Actual Loops").asLong(),
            step.path("Rows Removed by Filter").asLong());
    for (var below : step.path("Plans")) {
      rows = Math.max(rows, most(below));
    }
    return rows;
  }
}
