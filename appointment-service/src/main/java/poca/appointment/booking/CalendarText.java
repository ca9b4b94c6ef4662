package poca.appointment.booking;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Appointments for calendar programs, by RFC 5545 with the refresh interval of RFC 7986: times in
/// UTC, and nothing about health and no names. Lines end in CRLF and need no folding: none has 75
/// octets.
final class CalendarText {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private CalendarText() {}

  static String of(List<Appointment> appointments) {
    return Stream.of(
            Stream.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//POCA//Appointments//EN",
                "CALSCALE:GREGORIAN",
                "METHOD:PUBLISH",
                "NAME:Appointments",
                "X-WR-CALNAME:Appointments",
                "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
                "X-PUBLISHED-TTL:PT1H"),
            appointments.stream().flatMap(CalendarText::event),
            Stream.of("END:VCALENDAR"))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  /// The sequence grows with every change, as programs ask that take only what is newer.
  private static Stream<String> event(Appointment appointment) {
    Instant changed = Objects.requireNonNullElse(appointment.updatedAt(), appointment.createdAt());
    var cancelled = appointment.status() == AppointmentStatus.CANCELLED;
    return Stream.of(
        "BEGIN:VEVENT",
        "UID:" + appointment.id() + "@poca",
        "SEQUENCE:" + (appointment.version() - 1),
        "DTSTAMP:" + UTC.format(changed),
        "CREATED:" + UTC.format(appointment.createdAt()),
        "LAST-MODIFIED:" + UTC.format(changed),
        "DTSTART:" + UTC.format(appointment.startsAt()),
        "DTEND:" + UTC.format(appointment.endsAt()),
        "SUMMARY:Appointment",
        "STATUS:" + (cancelled ? "CANCELLED" : "CONFIRMED"),
        "TRANSP:" + (cancelled ? "TRANSPARENT" : "OPAQUE"),
        "END:VEVENT");
  }
}
