package poca.system.access;

import static poca.system.access.World.id;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;

/// When doctors work, who waits for a time of theirs, and calendars.
final class Schedule {

  /// Working hours that bind nobody.
  static final Map<String, ?> ALWAYS =
      Map.of(
          "weekly",
          Stream.of("mon", "tue", "wed", "thu", "fri", "sat", "sun")
              .map(day -> Map.of("day", day, "start", "00:00", "end", "00:00"))
              .toList());

  private final World world;

  Schedule(World world) {
    this.world = world;
  }

  /// A place on the waiting list of the doctor who treats the patient, for a time of its own.
  String entry(String patient, Which which) {
    return entry(patient, which, world.freeSlot());
  }

  private String entry(String patient, Which which, String slot) {
    return id(
        world.people.post(
            world.people.of(Who.ADMIN),
            "/appointments/waitlist",
            Map.of(
                "doctor_id",
                world.treating(which).id(),
                "patient_id",
                patient,
                "from",
                slot,
                "to",
                Instant.parse(slot).plus(30, ChronoUnit.MINUTES).toString())));
  }

  /// Of a calendar of an account of its own.
  String calendarToken() {
    var url =
        world
            .people
            .post(world.people.another(Who.PATIENT), "/appointments/calendar-feed", Map.of())
            .path("url")
            .asString();
    return url.substring(url.lastIndexOf('/') + 1).replace(".ics", "");
  }

  /// An entry for which a time is held.
  String offered(Which which) {
    var admin = world.people.of(Who.ADMIN);
    var slot = world.freeSlot();
    var taken =
        id(
            world.people.post(
                admin,
                "/appointments",
                Map.of(
                    "doctor_id",
                    world.treating(which).id(),
                    "patient_id",
                    world.patientOfNobody(),
                    "time_slot",
                    slot,
                    "type",
                    "regular")));
    var entry = entry(world.patientLike(which), which, slot);
    world.people.send(
        admin,
        "PUT",
        "/appointments/" + taken + "/cancel",
        Body.json(Map.of("cancellation_reason", "Away that day")));
    return entry;
  }
}
