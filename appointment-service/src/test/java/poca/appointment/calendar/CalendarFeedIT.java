package poca.appointment.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static poca.contracts.fact.RelationFact.RelationKind.ADMITS;
import static poca.contracts.fact.RelationFact.RelationKind.EMPLOYS;
import static poca.contracts.fact.RelationFact.RelationKind.HOSPITAL;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_HOSPITAL;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import poca.appointment.booking.OneDoctorAndOnePatient;
import poca.appointmenttest.RealAppointments;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.AccountFact;
import poca.contracts.fact.AccountFact.AccountDeactivated;
import poca.contracts.fact.AccountFact.AccountDeleted;
import poca.contracts.fact.AccountFact.AccountReactivated;
import poca.testkit.world.AuditRows;
import poca.testkit.world.Bus;
import poca.testkit.world.Person;
import poca.testkit.world.Response;

/// Read by a library that did not write it.
@RealAppointments
@ExtendWith(OutputCaptureExtension.class)
class CalendarFeedIT extends OneDoctorAndOnePatient {

  private static final String FEED = "/appointments/calendar-feed";

  @Autowired ObservationRegistry observations;

  @Test
  void a_doctor_subscribes_to_what_is_booked_moved_and_cancelled() {
    var booked = book(patient, TOMORROW_TEN).field("id");
    var moved = book(patient, TOMORROW_TEN.plus(Duration.ofHours(1))).field("id");
    var cancelled = book(patient, TOMORROW_TEN.plus(Duration.ofHours(2))).field("id");
    var path = issue(doctor);
    assertThat(calendar(path).getEvents()).hasSize(3);

    world.put(doctor, "/appointments/" + moved, time(TOMORROW_TEN.plus(Duration.ofHours(5))));
    world.put(doctor, "/appointments/" + moved, "{\"duration_minutes\":45}");
    world.delete(doctor, "/appointments/" + cancelled);

    var calendar = calendar(path);
    assertThat(calendar.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
    assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
    assertThat(calendar.getRefreshInterval().getValue()).hasToString("PT1H");
    assertThat(calendar.getTimezoneInfo().getTimezones()).isEmpty();
    var first = event(calendar, booked);
    assertThat(first.getDateStart().getValue().toInstant()).isEqualTo(TOMORROW_TEN);
    assertThat(first.getDateEnd().getValue().toInstant())
        .isEqualTo(TOMORROW_TEN.plus(Duration.ofMinutes(30)));
    assertThat(first.getSequence().getValue()).isZero();
    assertThat(first.getStatus().isConfirmed()).isTrue();
    assertThat(first.getLastModified().getValue()).isEqualTo(first.getCreated().getValue());
    var second = event(calendar, moved);
    assertThat(second.getDateStart().getValue().toInstant())
        .isEqualTo(TOMORROW_TEN.plus(Duration.ofHours(5)));
    assertThat(second.getDateEnd().getValue().toInstant())
        .isEqualTo(TOMORROW_TEN.plus(Duration.ofMinutes(345)));
    assertThat(second.getSequence().getValue()).isEqualTo(2);
    assertThat(second.getStatus().isConfirmed()).isTrue();
    var third = event(calendar, cancelled);
    assertThat(third.getStatus().isCancelled()).isTrue();
    assertThat(third.getSequence().getValue()).isEqualTo(1);

    var single = world.get(patient, "/appointments/" + cancelled + "/ics").text();
    var alone = Biweekly.parse(single).first();
    assertThat(alone.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
    assertThat(event(alone, cancelled).getStatus().isCancelled()).isTrue();
  }

  @Test
  void it_shows_times_and_not_a_word_of_health_or_of_anybody() {
    world.post(
        patient,
        "/appointments",
        body(doctor.id(), patient.id(), TOMORROW_TEN)
            .replace("}", ",\"extras\":{\"reason\":\"migraine\"}}"));

    var feed = world.byNobody(issue(patient));

    assertThat(feed.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
    assertThat(feed.text())
        .doesNotContain("migraine", doctor.id().toString(), patient.id().toString())
        .contains("SUMMARY:Appointment\r\n")
        .endsWith("END:VCALENDAR\r\n");
    assertThat(feed.text().split("\r\n"))
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75))
        .noneMatch(line -> line.contains("\n"));
  }

  @Test
  void a_patient_account_sees_all_for_whom_it_speaks_and_a_hospital_its_own() {
    var child = world.child();
    world.relate(OWNS_PATIENT, patient.id(), child);
    world.relate(TREATS, doctor.id(), child);
    var hospital = world.hospital();
    var branch = UUID.randomUUID();
    world.relate(HOSPITAL, branch, branch);
    world.relate(OWNS_HOSPITAL, hospital.id(), branch);
    world.relate(EMPLOYS, branch, doctor.id());
    world.relate(ADMITS, branch, child);
    var own = book(patient, TOMORROW_TEN).field("id");
    var childs =
        world
            .post(
                hospital,
                "/appointments",
                body(doctor.id(), child, TOMORROW_TEN.plus(Duration.ofHours(1)))
                    .replace("}", ",\"hospital_id\":\"" + branch + "\"}"))
            .field("id");
    book(world.patient(), TOMORROW_TEN.plus(Duration.ofHours(2)));

    assertThat(ids(calendar(issue(patient)))).containsExactlyInAnyOrder(own, childs);
    assertThat(ids(calendar(issue(hospital)))).containsExactly(childs);
    assertThat(ids(calendar(issue(world.patient())))).isEmpty();
  }

  @Test
  void it_reaches_from_thirty_days_ago_to_a_year_ahead() {
    var now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    var yearAhead = now.atOffset(ZoneOffset.UTC).plus(Period.ofYears(1)).toInstant();
    book(doctor, now.minus(31, ChronoUnit.DAYS));
    var past = book(doctor, now.minus(29, ChronoUnit.DAYS)).field("id");
    var far = book(doctor, yearAhead.minus(1, ChronoUnit.DAYS)).field("id");
    book(doctor, yearAhead.plus(1, ChronoUnit.DAYS));

    assertThat(ids(calendar(issue(doctor)))).containsExactlyInAnyOrder(past, far);
  }

  @Test
  void a_new_address_takes_the_place_of_the_old_one_and_a_revoked_one_is_nothing() {
    var old = issue(doctor);
    var path = issue(doctor);

    assertThat(world.byNobody(old).status()).isEqualTo(404);
    assertThat(world.byNobody(path).status()).isEqualTo(200);
    assertThat(world.delete(doctor, FEED).status()).isEqualTo(204);
    assertThat(world.byNobody(path).status()).isEqualTo(404);
    assertThat(world.delete(doctor, FEED).status()).isEqualTo(204);
    assertThat(world.byNobody("/api/v1/calendars/" + UUID.randomUUID() + ".ics").message())
        .isEqualTo("Calendar not found");
    assertThat(world.post(admin, FEED, "").status()).isEqualTo(403);
    assertThat(world.delete(admin, FEED).status()).isEqualTo(204);
    assertThat(new AuditRows(jdbc).by(doctor))
        .extracting(AuditRows.Row::inWords)
        .containsExactly(
            "grant calendar_feed granted self",
            "grant calendar_feed granted self",
            "read calendar_feed granted token",
            "revoke calendar_feed granted self",
            "revoke calendar_feed granted self");
  }

  @Test
  void a_calendar_of_an_account_that_is_not_active_is_nothing() {
    var path = issue(patient);
    var account = new UserId(patient.id());

    tell(new AccountDeactivated(account, Role.PATIENT, 5));
    awaitStatus(path, 404);
    tell(new AccountReactivated(account, Role.PATIENT, 6));
    awaitStatus(path, 200);
    tell(new AccountDeactivated(account, Role.PATIENT, 5)); // once more, late
    tell(new AccountDeleted(account, Role.PATIENT, null, 7));
    awaitStatus(path, 404);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            jdbc.sql("select count(*) from calendar_feed where account_id = :id")
                    .param("id", patient.id())
                    .query(Long.class)
                    .single()
                == 0);
  }

  @Test
  void the_token_is_in_no_row_log_or_span(CapturedOutput output) {
    var spans = new CopyOnWriteArrayList<String>();
    observations
        .observationConfig()
        .observationHandler(
            new ObservationHandler<ServerRequestObservationContext>() {
              @Override
              public void onStop(ServerRequestObservationContext context) {
                spans.add(context.getAllKeyValues() + " " + context.getContextualName());
              }

              @Override
              public boolean supportsContext(io.micrometer.observation.Observation.Context c) {
                return c instanceof ServerRequestObservationContext;
              }
            });
    var path = issue(doctor);
    var token = path.substring(path.lastIndexOf('/') + 1).replace(".ics", "");
    assertThat(token).hasSize(43);

    assertThat(world.byNobody(path).status()).isEqualTo(200);
    assertThat(world.byNobody(path.replace(".ics", "x.ics")).status()).isEqualTo(404);

    await().until(() -> spans.stream().filter(s -> s.contains("{token}.ics")).count() >= 2);
    assertThat(spans).noneMatch(span -> span.contains(token));
    assertThat(output.getAll()).doesNotContain(token);
    assertThat(meters.getMeters())
        .noneMatch(meter -> meter.getId().getTags().toString().contains(token));
    assertThat(jdbc.sql("select f::text from calendar_feed f").query(String.class).list())
        .isNotEmpty()
        .noneMatch(row -> row.contains(token));
  }

  private String issue(Person who) {
    var issued = world.post(who, FEED, "");
    assertThat(issued.status()).as(issued.text()).isEqualTo(200);
    var url = issued.field("url");
    return url.substring(url.indexOf("/api/v1/calendars/"));
  }

  private ICalendar calendar(String path) {
    Response feed = world.byNobody(path);
    assertThat(feed.status()).isEqualTo(200);
    return Biweekly.parse(feed.text()).first();
  }

  private static VEvent event(ICalendar calendar, String appointment) {
    return calendar.getEvents().stream()
        .filter(event -> event.getUid().getValue().startsWith(appointment))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ids(ICalendar calendar) {
    return calendar.getEvents().stream()
        .map(event -> event.getUid().getValue().replace("@poca", ""))
        .toList();
  }

  private void awaitStatus(String path, int status) {
    await().atMost(Duration.ofSeconds(20)).until(() -> world.byNobody(path).status() == status);
  }

  private void tell(AccountFact fact) {
    Bus.tell(AccountFact.TOPIC, fact);
  }
}
