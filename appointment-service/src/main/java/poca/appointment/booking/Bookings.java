package poca.appointment.booking;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.PATIENT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.appointment.availability.Availability;
import poca.appointment.availability.TimeClaims;
import poca.contracts.AccessBasis;
import poca.contracts.AppointmentId;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.fact.AppointmentFact;
import poca.contracts.fact.AppointmentFact.AppointmentBooked;
import poca.platform.web.Refusal;

/// Books appointments. Whether a time is free is decided by the constraints of [TimeClaims] alone;
/// relations are asked before the transaction begins, since that question may go to the directory.
@Component
public class Bookings {

  /// How the audit calls an appointment.
  static final String RESOURCE = "appointment";

  private final Appointments appointments;
  private final TimeClaims claims;
  private final Availability availability;
  private final AppointmentAccess access;
  private final Parties parties;
  private final Conflicts conflicts;
  private final Audit audit;
  private final Clock clock;

  Bookings(
      Appointments appointments,
      TimeClaims claims,
      Availability availability,
      AppointmentAccess access,
      Parties parties,
      Conflicts conflicts,
      Audit audit,
      Clock clock) {
    this.appointments = appointments;
    this.claims = claims;
    this.availability = availability;
    this.access = access;
    this.parties = parties;
    this.conflicts = conflicts;
    this.audit = audit;
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
    var hospital = AppointmentAccess.hospitalOf(caller, wish.hospital());
    var basis = access.toBook(caller, wish.doctor(), wish.patient(), hospital);
    var now = clock.instant();
    if (wish.startsAt().isBefore(now) && !caller.is(ADMIN) && !caller.is(DOCTOR)) {
      throw Refusal.breaksRule("The time is in the past");
    }
    if (caller.is(PATIENT)
        && !availability.isOpen(
            wish.doctor(), wish.startsAt(), wish.startsAt().plus(wish.length()))) {
      throw Refusal.breaksRule("The doctor does not work then");
    }
    var wanted =
        new Conflicts.Wanted(wish.doctor(), wish.patient(), wish.startsAt(), wish.length());
    return conflicts.orRefuse(
        caller,
        basis,
        wanted,
        use -> {
          parties.hold(wish.doctor(), wish.patient(), hospital);
          claims.lock(wish.doctor(), wish.patient());
          var appointment =
              new Appointment(
                  new AppointmentId(use.newId()),
                  wish.doctor(),
                  wish.patient(),
                  hospital,
                  wish.startsAt(),
                  wish.length(),
                  wish.kind(),
                  wish.extras(),
                  now);
          claims.take(
              appointment.id().value(),
              wish.doctor(),
              wish.patient(),
              appointment.startsAt(),
              appointment.endsAt());
          return stored(use, caller, basis, appointment);
        });
  }

  /// Makes an appointment of a time that is held, in the transaction and under the locks of whoever
  /// ends the hold.
  ///
  /// @param hold whose claim becomes the appointment's
  /// @throws Refusal 409 BIZ_002 if the hold has run out
  public AppointmentView bookHeld(
      Audit.Use use,
      Caller caller,
      AccessBasis basis,
      UUID hold,
      DoctorId doctor,
      PatientId patient,
      @Nullable HospitalId hospital,
      AppointmentType kind) {
    var id = new AppointmentId(use.newId());
    var time =
        claims
            .keep(hold, id.value())
            .orElseThrow(() -> Refusal.wrongState(409, "There is no open offer"));
    var appointment =
        new Appointment(
            id,
            doctor,
            patient,
            hospital,
            time.startsAt(),
            Duration.between(time.startsAt(), time.endsAt()),
            kind,
            null,
            use.now());
    return AppointmentView.of(stored(use, caller, basis, appointment));
  }

  private Appointment stored(
      Audit.Use use, Caller caller, AccessBasis basis, Appointment appointment) {
    var stored = appointments.saveAndFlush(appointment);
    var auditedAction = AuditedAction.create(RESOURCE, stored.id().value());
    use.granted(caller, auditedAction.of(stored.patient()), basis);
    use.tell(
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
  }
}
