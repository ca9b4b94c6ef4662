package poca.appointment.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HoursTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void a_day_is_cut_into_slots_and_a_rest_is_left_over() {
    var slots = hours("09:00", "10:45", ZoneOffset.UTC).slotsOf(day("2026-05-04"), minutes(30));

    assertThat(slots).hasSize(3);
    assertThat(slots.getFirst().startsAt()).isEqualTo(Instant.parse("2026-05-04T09:00:00Z"));
    assertThat(slots.getLast().endsAt()).isEqualTo(Instant.parse("2026-05-04T10:30:00Z"));
  }

  @Test
  void a_night_shift_crosses_midnight() {
    var slots = hours("22:00", "02:00", ZoneOffset.UTC).slotsOf(day("2026-05-04"), minutes(60));

    assertThat(slots).hasSize(4);
    assertThat(slots.getLast().endsAt()).isEqualTo(Instant.parse("2026-05-05T02:00:00Z"));
  }

  @Test
  void wall_clock_hours_follow_the_clinic_through_the_year() {
    var hours = hours("09:00", "17:00", BERLIN);

    assertThat(hours.slotsOf(day("2026-01-15"), minutes(30)).getFirst().startsAt())
        .isEqualTo(Instant.parse("2026-01-15T08:00:00Z"));
    assertThat(hours.slotsOf(day("2026-07-15"), minutes(30)).getFirst().startsAt())
        .isEqualTo(Instant.parse("2026-07-15T07:00:00Z"));
  }

  @Test
  void a_night_in_which_clocks_go_forward_is_an_hour_shorter() {
    var night = hours("00:00", "06:00", BERLIN);

    assertThat(night.slotsOf(day("2026-03-29"), minutes(60))).hasSize(5);
    assertThat(night.slotsOf(day("2026-10-25"), minutes(60))).hasSize(7);
  }

  private static Hours hours(String start, String end, ZoneId zone) {
    return new Hours(LocalTime.parse(start), LocalTime.parse(end), zone);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
