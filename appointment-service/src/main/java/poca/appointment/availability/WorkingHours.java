package poca.appointment.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// When a doctor works: shifts of the week less days off, on the clock of one time zone. What the
/// clock shows is turned into instants by the zone's rules day by day, so that a shift is an hour
/// shorter or longer when clocks change in it.
///
/// @param weekly no two of them overlap, see [#overlap]
record WorkingHours(ZoneId timezone, List<Shift> weekly, List<DaysOff> daysOff) {

  private static final LocalTime USUAL_START = LocalTime.of(9, 0);
  private static final LocalTime USUAL_END = LocalTime.of(17, 0);

  /// Any week will do.
  private static final LocalDate A_MONDAY = LocalDate.of(2024, 1, 1);

  /// A shift that ends before it starts crosses midnight; equal times mean a whole day.
  record Shift(Weekday day, LocalTime start, LocalTime end) {

    private Wall on(LocalDate date) {
      var lastDay = end.isAfter(start) ? date : date.plusDays(1);
      return new Wall(date.atTime(start), lastDay.atTime(end));
    }

    private Wall inTheWeekOf(LocalDate monday) {
      return on(monday.with(TemporalAdjusters.nextOrSame(day.day())));
    }
  }

  /// Whole days, the last one included.
  record DaysOff(LocalDate from, LocalDate to) {

    private Wall wall() {
      return new Wall(from.atStartOfDay(), to.plusDays(1).atStartOfDay());
    }
  }

  /// What a clock on the wall shows at the beginning and at the end.
  private record Wall(LocalDateTime start, LocalDateTime end) {}

  /// The shift of a profile, every day alike.
  static WorkingHours daily(LocalTime start, LocalTime end, ZoneId timezone) {
    var weekly = Arrays.stream(Weekday.values()).map(day -> new Shift(day, start, end)).toList();
    return new WorkingHours(timezone, weekly, List.of());
  }

  static WorkingHours usual(ZoneId timezone) {
    return daily(USUAL_START, USUAL_END, timezone);
  }

  /// Whether two shifts of a week are at the same time, the last one and the first of the next week
  /// included.
  static boolean overlap(List<Shift> weekly) {
    var week =
        weekly.stream()
            .map(shift -> shift.inTheWeekOf(A_MONDAY))
            .sorted(Comparator.comparing(Wall::start))
            .toList();
    for (var i = 1; i < week.size(); i++) {
      if (week.get(i).start().isBefore(week.get(i - 1).end())) {
        return true;
      }
    }
    return !week.isEmpty() && week.getFirst().start().plusWeeks(1).isBefore(week.getLast().end());
  }

  /// When the doctor works on the days around this time, in order: each shift apart, and what is
  /// left of it by days off.
  Stream<Span> around(Instant from, Instant to) {
    // a shift of the day before may reach past midnight
    var firstDay = from.atZone(timezone).toLocalDate().minusDays(1);
    var lastDay = to.atZone(timezone).toLocalDate();
    var off = daysOff.stream().map(days -> span(days.wall())).toList();
    return firstDay
        .datesUntil(lastDay.plusDays(1))
        .flatMap(this::shiftsOf)
        .flatMap(shift -> without(off, shift));
  }

  private Stream<Span> shiftsOf(LocalDate date) {
    return weekly.stream()
        .filter(shift -> shift.day().day() == date.getDayOfWeek())
        .sorted(Comparator.comparing(Shift::start))
        .map(shift -> span(shift.on(date)))
        .filter(span -> span.startsAt().isBefore(span.endsAt()));
  }

  private static Stream<Span> without(List<Span> off, Span shift) {
    var left = Stream.of(shift);
    for (var days : off) {
      left = left.flatMap(piece -> piece.without(days).stream());
    }
    return left;
  }

  /// Whether the doctor works all of this time; one shift may follow on another.
  boolean cover(Span time) {
    var reached = time.startsAt();
    for (var shift : around(time.startsAt(), time.endsAt()).toList()) {
      if (!shift.startsAt().isAfter(reached) && shift.endsAt().isAfter(reached)) {
        reached = shift.endsAt();
      }
    }
    return !reached.isBefore(time.endsAt());
  }

  private Span span(Wall wall) {
    return new Span(firstAt(wall.start()), firstAt(wall.end()));
  }

  /// The first instant at which the clock shows this time or a later one: in a doubled hour the
  /// first of two, for a missing time the moment at which clocks go forward. So what comes later on
  /// the wall is never earlier, and shifts that do not overlap on the wall never do.
  private Instant firstAt(LocalDateTime wall) {
    var change = timezone.getRules().getTransition(wall);
    return change != null && change.isGap()
        ? change.getInstant()
        : wall.atZone(timezone).toInstant();
  }
}
