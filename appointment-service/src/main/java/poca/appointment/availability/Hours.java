package poca.appointment.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// When a doctor works, every day alike: wall-clock times of the clinic. Hours may cross midnight;
/// equal times mean the whole day.
record Hours(LocalTime start, LocalTime end, ZoneId zone) {

  private static final LocalTime USUAL_START = LocalTime.of(9, 0);
  private static final LocalTime USUAL_END = LocalTime.of(17, 0);

  static Hours usual(ZoneId zone) {
    return new Hours(USUAL_START, USUAL_END, zone);
  }

  record Slot(Instant startsAt, Instant endsAt) {}

  /// The slots of the shift that begins on this day, cut from its beginning. On the days when
  /// clocks change, a slot is as long as any other and the shift shorter or longer.
  List<Slot> slotsOf(LocalDate day, Duration length) {
    var opens = day.atTime(start).atZone(zone).toInstant();
    var lastDay = end.isAfter(start) ? day : day.plusDays(1);
    var closes = lastDay.atTime(end).atZone(zone).toInstant();
    var slots = new ArrayList<Slot>();
    for (var from = opens; !from.plus(length).isAfter(closes); from = from.plus(length)) {
      slots.add(new Slot(from, from.plus(length)));
    }
    return slots;
  }
}
