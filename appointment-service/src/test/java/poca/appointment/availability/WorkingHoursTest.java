package poca.appointment.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poca.appointment.availability.WorkingHours.DaysOff;
import poca.appointment.availability.WorkingHours.Shift;

class WorkingHoursTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId HAVANA = ZoneId.of("America/Havana");
  private static final ZoneId BEIRUT = ZoneId.of("Asia/Beirut");

  @Test
  void a_day_is_cut_into_slots_and_a_rest_is_left_over() {
    var slots = slots(daily("09:00", "10:45", ZoneOffset.UTC), "2026-05-04", 30);

    assertThat(slots).hasSize(3);
    assertThat(slots.getFirst().startsAt()).isEqualTo(Instant.parse("2026-05-04T09:00:00Z"));
    assertThat(slots.getLast().endsAt()).isEqualTo(Instant.parse("2026-05-04T10:30:00Z"));
  }

  @Test
  void a_night_shift_crosses_midnight() {
    var slots = slots(weekly(ZoneOffset.UTC, "mon 22:00-02:00"), "2026-05-04", 60);

    assertThat(slots).hasSize(4);
    assertThat(slots.getLast().endsAt()).isEqualTo(Instant.parse("2026-05-05T02:00:00Z"));
  }

  @Test
  void wall_clock_hours_follow_the_clinic_through_the_year() {
    var hours = daily("09:00", "17:00", BERLIN);

    assertThat(slots(hours, "2026-01-15", 30).getFirst().startsAt())
        .isEqualTo(Instant.parse("2026-01-15T08:00:00Z"));
    assertThat(slots(hours, "2026-07-15", 30).getFirst().startsAt())
        .isEqualTo(Instant.parse("2026-07-15T07:00:00Z"));
  }

  /// The second to fourth column: what is worked of a shift that begins before and ends behind the
  /// change, by its first and last instant, and for how long.
  @ParameterizedTest
  @CsvSource({
    // a missing hour
    "Europe/Berlin,       sun 00:00-06:00, 2027-03-28, 2027-03-27T23:00:00Z, 2027-03-28T04:00:00Z",
    "America/New_York,    sun 01:00-04:00, 2027-03-14, 2027-03-14T06:00:00Z, 2027-03-14T08:00:00Z",
    "Australia/Lord_Howe, sun 01:00-04:00, 2027-10-03, 2027-10-02T14:30:00Z, 2027-10-02T17:00:00Z",
    "America/Havana,      sat 22:00-02:00, 2027-03-13, 2027-03-14T03:00:00Z, 2027-03-14T06:00:00Z",
    "Asia/Beirut,         sat 22:00-02:00, 2027-03-27, 2027-03-27T20:00:00Z, 2027-03-27T23:00:00Z",
    "Atlantic/Azores,     sat 22:00-02:00, 2027-03-27, 2027-03-27T23:00:00Z, 2027-03-28T02:00:00Z",
    // a doubled one
    "Europe/Berlin,       sun 00:00-06:00, 2027-10-31, 2027-10-30T22:00:00Z, 2027-10-31T05:00:00Z",
    "America/New_York,    sun 00:00-04:00, 2027-11-07, 2027-11-07T04:00:00Z, 2027-11-07T09:00:00Z",
    "Australia/Lord_Howe, sun 01:00-04:00, 2027-04-04, 2027-04-03T14:00:00Z, 2027-04-03T17:30:00Z",
    "America/Havana,      sat 22:00-02:00, 2027-11-06, 2027-11-07T02:00:00Z, 2027-11-07T07:00:00Z",
    "Asia/Beirut,         sat 22:00-02:00, 2027-10-30, 2027-10-30T19:00:00Z, 2027-10-31T00:00:00Z",
    "Atlantic/Azores,     sat 22:00-02:00, 2027-10-30, 2027-10-30T22:00:00Z, 2027-10-31T03:00:00Z",
    // what begins or ends in a missing hour begins or ends with the change
    "Europe/Berlin,       sun 02:30-04:00, 2027-03-28, 2027-03-28T01:00:00Z, 2027-03-28T02:00:00Z",
    "Europe/Berlin,       sun 01:00-02:30, 2027-03-28, 2027-03-28T00:00:00Z, 2027-03-28T01:00:00Z",
    "Asia/Beirut,         sun 00:30-02:00, 2027-03-28, 2027-03-27T22:00:00Z, 2027-03-27T23:00:00Z",
    // and in a doubled one with the first of the two
    "Europe/Berlin,       sun 02:30-04:00, 2027-10-31, 2027-10-31T00:30:00Z, 2027-10-31T03:00:00Z",
    "Europe/Berlin,       sun 01:00-02:30, 2027-10-31, 2027-10-30T23:00:00Z, 2027-10-31T00:30:00Z",
    "America/Havana,      sun 00:00-08:00, 2027-11-07, 2027-11-07T04:00:00Z, 2027-11-07T13:00:00Z",
  })
  void a_shift_over_a_change_of_clocks_is_as_long_as_it_lasts(
      String zone, String shift, LocalDate day, Instant start, Instant end) {
    var hours = weekly(ZoneId.of(zone), shift);

    var worked = around(hours, day);

    assertThat(worked).containsExactly(new Span(start, end));
    assertThat(hours.cover(new Span(start, end))).isTrue();
    assertThat(hours.cover(new Span(start, end.plusSeconds(1)))).isFalse();
    assertThat(hours.cover(new Span(start.minusSeconds(1), end))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,       2027-03-28, 23",
    "America/New_York,    2027-11-07, 25",
    "Australia/Lord_Howe, 2027-04-04, 24.5",
    "America/Havana,      2027-11-07, 25",
    "Asia/Beirut,         2027-10-30, 25",
    "Atlantic/Azores,     2027-03-28, 23",
  })
  void who_always_works_misses_no_minute_and_has_none_twice(
      String zone, LocalDate day, double length) {
    var hours = daily("00:00", "00:00", ZoneId.of(zone));
    var from = day.atStartOfDay(ZoneId.of(zone)).toInstant();
    var to = day.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();

    var slots =
        hours
            .around(from, to)
            .flatMap(shift -> shift.cut(Duration.ofMinutes(5)).stream())
            .filter(slot -> !slot.startsAt().isBefore(from) && !slot.endsAt().isAfter(to))
            .toList();

    assertThat(slots).hasSize((int) (length * 12));
    for (var i = 1; i < slots.size(); i++) {
      assertThat(slots.get(i).startsAt()).isEqualTo(slots.get(i - 1).endsAt());
    }
    assertThat(hours.cover(new Span(from, to))).isTrue();
  }

  @Test
  void a_missing_hour_takes_shifts_that_lie_in_it() {
    assertThat(around(weekly(BERLIN, "sun 02:15-02:45"), LocalDate.parse("2027-03-28"))).isEmpty();
  }

  @Test
  void days_off_are_days_of_the_doctors_clock() {
    var hours = off(daily("09:00", "17:00", BERLIN), "2026-05-04", "2026-05-05");

    assertThat(slots(hours, "2026-05-04", 60)).isEmpty();
    assertThat(slots(hours, "2026-05-05", 60)).isEmpty();
    assertThat(slots(hours, "2026-05-03", 60)).hasSize(8);
    assertThat(slots(hours, "2026-05-06", 60)).hasSize(8);
  }

  @Test
  void a_night_is_worked_up_to_the_day_off_and_from_its_end() {
    var hours = off(daily("22:00", "02:00", ZoneOffset.UTC), "2026-05-05", "2026-05-05");

    assertThat(hours.around(at("2026-05-04T12:00:00Z"), at("2026-05-06T12:00:00Z")))
        .contains(
            new Span(at("2026-05-04T22:00:00Z"), at("2026-05-05T00:00:00Z")),
            new Span(at("2026-05-06T00:00:00Z"), at("2026-05-06T02:00:00Z")))
        .noneMatch(span ->
            span.overlaps(new Span(at("2026-05-05T00:00:00Z"), at("2026-05-06T00:00:00Z"))));
  }

  /// In Havana the first hour of the day comes twice, in Beirut the last one of the day before.
  @Test
  void a_day_off_that_begins_in_a_doubled_hour_begins_with_the_first_of_the_two() {
    var havana = off(daily("22:00", "02:00", HAVANA), "2027-11-07", "2027-11-07");
    assertThat(havana.around(at("2027-11-06T17:00:00Z"), at("2027-11-08T04:00:00Z")))
        .contains(new Span(at("2027-11-07T02:00:00Z"), at("2027-11-07T04:00:00Z")))
        .noneMatch(span ->
            span.overlaps(new Span(at("2027-11-07T04:00:00Z"), at("2027-11-08T05:00:00Z"))));

    var beirut = off(daily("22:00", "02:00", BEIRUT), "2027-10-31", "2027-10-31");
    assertThat(beirut.around(at("2027-10-30T12:00:00Z"), at("2027-10-31T12:00:00Z")))
        .contains(new Span(at("2027-10-30T19:00:00Z"), at("2027-10-30T22:00:00Z")));
  }

  @Test
  void a_day_off_that_ends_in_a_doubled_hour_ends_with_the_last_of_the_two() {
    var beirut = off(daily("22:00", "02:00", BEIRUT), "2027-10-30", "2027-10-30");
    assertThat(beirut.around(at("2027-10-30T12:00:00Z"), at("2027-10-31T12:00:00Z")))
        .contains(new Span(at("2027-10-30T22:00:00Z"), at("2027-10-31T00:00:00Z")))
        .noneMatch(span ->
            span.overlaps(new Span(at("2027-10-29T21:00:00Z"), at("2027-10-30T22:00:00Z"))));

    var havana = off(daily("22:00", "02:00", HAVANA), "2027-11-06", "2027-11-06");
    assertThat(havana.around(at("2027-11-06T17:00:00Z"), at("2027-11-07T17:00:00Z")))
        .contains(new Span(at("2027-11-07T04:00:00Z"), at("2027-11-07T07:00:00Z")));
  }

  @Test
  void one_shift_may_follow_on_another_under_an_appointment() {
    var hours = weekly(ZoneOffset.UTC, "mon 09:00-12:00", "mon 12:00-15:00", "mon 15:30-18:00");

    assertThat(hours.cover(span("2026-05-04T11:45:00Z", "2026-05-04T12:15:00Z"))).isTrue();
    assertThat(hours.cover(span("2026-05-04T14:45:00Z", "2026-05-04T15:45:00Z"))).isFalse();
    assertThat(hours.cover(span("2026-05-05T09:00:00Z", "2026-05-05T09:30:00Z"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "mon 09:00-12:00, mon 11:59-13:00, true",
    "mon 09:00-12:00, mon 12:00-13:00, false",
    "mon 22:00-06:00, tue 05:00-09:00, true",
    "mon 22:00-06:00, tue 06:00-09:00, false",
    "sun 22:00-06:00, mon 05:00-09:00, true",
    "sun 22:00-06:00, mon 06:00-09:00, false",
    "mon 00:00-00:00, tue 00:00-00:00, false",
    "mon 00:00-00:00, mon 12:00-13:00, true",
    "mon 09:00-09:00, tue 08:00-09:00, true",
  })
  void two_shifts_may_not_be_at_the_same_time(String one, String other, boolean overlap) {
    assertThat(WorkingHours.overlap(List.of(shift(one), shift(other)))).isEqualTo(overlap);
    assertThat(WorkingHours.overlap(List.of(shift(other), shift(one)))).isEqualTo(overlap);
  }

  private static List<Span> slots(WorkingHours hours, String day, int minutes) {
    return around(hours, LocalDate.parse(day)).stream()
        .flatMap(shift -> shift.cut(Duration.ofMinutes(minutes)).stream())
        .toList();
  }

  /// What begins on this day of the doctor's clock.
  private static List<Span> around(WorkingHours hours, LocalDate day) {
    var zone = hours.timezone();
    var from = day.atStartOfDay(zone).toInstant();
    var to = day.plusDays(1).atStartOfDay(zone).toInstant();
    return hours
        .around(from, to)
        .filter(span -> !span.startsAt().isBefore(from) && span.startsAt().isBefore(to))
        .toList();
  }

  private static WorkingHours daily(String start, String end, ZoneId zone) {
    return WorkingHours.daily(LocalTime.parse(start), LocalTime.parse(end), zone);
  }

  private static WorkingHours weekly(ZoneId zone, String... shifts) {
    return new WorkingHours(
        zone, Stream.of(shifts).map(WorkingHoursTest::shift).toList(), List.of());
  }

  private static WorkingHours off(WorkingHours hours, String from, String to) {
    return new WorkingHours(
        hours.timezone(),
        hours.weekly(),
        List.of(new DaysOff(LocalDate.parse(from), LocalDate.parse(to))));
  }

  /// As `mon 09:00-12:00`.
  private static Shift shift(String text) {
    return new Shift(
        Weekday.of(text.substring(0, 3)),
        LocalTime.parse(text.substring(4, 9)),
        LocalTime.parse(text.substring(10)));
  }

  private static Span span(String from, String to) {
    return new Span(at(from), at(to));
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
