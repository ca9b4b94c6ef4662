package poca.appointment.booking;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/// An appointment for a calendar program: one VEVENT of RFC 5545, times in UTC, and nothing about
/// health.
final class CalendarEntry {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private CalendarEntry() {}

  static String of(Appointment appointment) {
    Instant changed = Objects.requireNonNullElse(appointment.updatedAt(), appointment.createdAt());
    return String.join(
        "\r\n",
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//POCA//Appointments//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:" + appointment.id() + "@poca",
        "SEQUENCE:" + (appointment.version() - 1),
        "DTSTAMP:" + UTC.format(changed),
        "DTSTART:" + UTC.format(appointment.startsAt()),
        "DTEND:" + UTC.format(appointment.endsAt()),
        "SUMMARY:Appointment",
        "STATUS:"
            + (appointment.status() == AppointmentStatus.CANCELLED ? "CANCELLED" : "CONFIRMED"),
        "END:VEVENT",
        "END:VCALENDAR",
        "");
  }
}
