package poca.appointment.booking;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.HOSPITAL;
import static poca.contracts.Role.PATIENT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.relation.CareTeam;
import poca.access.security.Caller;
import poca.appointment.availability.Availability;
import poca.appointment.availability.TimeClaims;
import poca.contracts.AppointmentId;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.fact.AppointmentFact;
import poca.contracts.fact.AppointmentFact.AppointmentBooked;
import poca.platform.IdSource;
import poca.platform.event.Outbox;
import poca.platform.web.Refusal;

/// Books appointments. Whether a time is free is decided by the constraints of [TimeClaims] alone;
/// relations are asked before the transaction begins, since that question may go to the directory.
@Component
class Bookings {

  /// How the audit calls an appointment.
  static final String RESOURCE = "appointment";

  private final Appointments appointments;
  private final TimeClaims claims;
  private final Availability availability;
  private final CareTeam careTeam;
  private final AppointmentAccess access;
  private final Parties parties;
  private final Conflicts conflicts;
  private final Outbox outbox;
  private final Audit audit;
  private final IdSource ids;
  private final Clock clock;

  Bookings(
      Appointments appointments,
      TimeClaims claims,
      Availability availability,
      CareTeam careTeam,
      AppointmentAccess access,
      Parties parties,
      Conflicts conflicts,
      Outbox outbox,
      Audit audit,
      IdSource ids,
      Clock clock) {
    this.appointments = appointments;
    this.claims = claims;
    this.availability = availability;
    this.careTeam = careTeam;
    this.access = access;
    this.parties = parties;
    this.conflicts = conflicts;
    this.outbox = outbox;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  record Wish(
      DoctorId doctor,
      PatientId patient,
      @Nullable HospitalId hospital,
      Instant startsAt,
      Duration length,
      AppointmentType kind,
      @Nullable Map<String, Object> extras) {}

  Appointment book(Caller caller, Wish wish) {
    Appointment.requirePlausible(wish.startsAt(), wish.length(), clock.instant());
    audit.concerns(wish.patient());
    var hospital = hospitalFor(caller, wish);
    if (!careTeam.exists(wish.doctor())) {
      throw Refusal.notFound("Doctor");
    }
    if (!careTeam.exists(wish.patient())) {
      throw Refusal.notFound("Patient");
    }
    if (hospital != null && !careTeam.exists(hospital)) {
      throw Refusal.notFound("Hospital");
    }
    var basis = access.toBook(caller, wish.doctor(), wish.patient(), hospital).orRefuse();
    var now = clock.instant();
    if (wish.startsAt().isBefore(now) && !caller.is(ADMIN) && !caller.is(DOCTOR)) {
      throw Refusal.breaksRule("The time is in the past");
    }
    if (caller.is(PATIENT)
        && !availability.isOpen(
            wish.doctor(), wish.startsAt(), wish.startsAt().plus(wish.length()))) {
      throw Refusal.breaksRule("The doctor does not work then");
    }
    var appointment =
        new Appointment(
            new AppointmentId(ids.next()),
            wish.doctor(),
            wish.patient(),
            hospital,
            wish.startsAt(),
            wish.length(),
            wish.kind(),
            wish.extras(),
            now);
    return conflicts.orRefuse(
        caller,
        basis,
        appointment,
        wish.startsAt(),
        wish.length(),
        () -> {
          parties.hold(wish.doctor(), wish.patient(), hospital);
          claims.lock(wish.doctor(), wish.patient());
          claims.take(
              appointment.id().value(),
              wish.doctor(),
              wish.patient(),
              appointment.startsAt(),
              appointment.endsAt());
          var stored = appointments.saveAndFlush(appointment);
          var auditedAction = AuditedAction.create(RESOURCE, stored.id().value());
          audit.granted(caller, auditedAction.of(stored.patient()), basis);
          outbox.append(
              AppointmentFact.TOPIC,
              new AppointmentBooked(
                  stored.id(),
                  stored.doctor(),
                  stored.patient(),
                  stored.hospital(),
                  stored.startsAt(),
                  stored.endsAt(),
                  stored.version()));
          return stored;
        });
  }

  /// A hospital that names none books in its own house.
  private static @Nullable HospitalId hospitalFor(Caller caller, Wish wish) {
    return wish.hospital() == null && caller.is(HOSPITAL) ? caller.asHospital() : wish.hospital();
  }
}
