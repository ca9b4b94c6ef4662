package poca.appointment.booking;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.HOSPITAL;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audit;
import poca.access.audit.Audited;
import poca.access.audit.AuditedAction;
import poca.access.relation.CareTeam;
import poca.access.security.AccessDecision;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.appointment.booking.AppointmentLists.Filter;
import poca.appointment.booking.AppointmentView.Item;
import poca.appointment.booking.AppointmentView.PageOf;
import poca.contracts.AccessBasis;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;

/// The lists of appointments and who may see which.
@RestController
@RequestMapping("/api/v1")
@Audited(Bookings.RESOURCE)
class AppointmentListController {

  private final AppointmentLists lists;
  private final CareTeam careTeam;
  private final Audit audit;

  AppointmentListController(AppointmentLists lists, CareTeam careTeam, Audit audit) {
    this.lists = lists;
    this.careTeam = careTeam;
    this.audit = audit;
  }

  @OnlyFor(ADMIN)
  @GetMapping("/appointments")
  Reply<PageOf<AppointmentView>> all(
      Caller caller,
      @RequestParam(name = "doctor_id", required = false) @Nullable DoctorId doctor,
      @RequestParam(name = "patient_id", required = false) @Nullable PatientId patient,
      @RequestParam(name = "hospital_id", required = false) @Nullable HospitalId hospital,
      @RequestParam(required = false) @Nullable LocalDate date,
      @RequestParam(required = false) @Nullable String status,
      Paging paging) {
    var filter =
        new Filter()
            .doctor(doctor == null ? null : doctor.value())
            .patient(patient == null ? null : patient.value())
            .hospital(hospital == null ? null : hospital.value())
            .day(date)
            .status(status == null ? null : statusOf(status));
    return page(caller, patient, AccessBasis.ADMIN, filter, paging, AppointmentView::of);
  }

  private static AppointmentStatus statusOf(String text) {
    try {
      return AppointmentStatus.of(text);
    } catch (IllegalArgumentException unknown) {
      throw Refusal.invalid("query", "status", "enum", "not one of the allowed values");
    }
  }

  @GetMapping({"/appointments/doctor/{doctorId}", "/doctors/{doctorId}/appointments"})
  Reply<PageOf<AppointmentView>> ofDoctor(
      Caller caller, @PathVariable("doctorId") DoctorId doctor, Paging paging) {
    if (!careTeam.exists(doctor)) {
      throw Refusal.notFound("Doctor");
    }
    var filter = new Filter().doctor(doctor.value());
    var basis =
        AccessDecision.about(caller)
            .doctor(AccessBasis.SELF, doctor::equals)
            .patient(
                AccessBasis.RELATED,
                account -> {
                  var patients = careTeam.patientsOf(account);
                  filter.onlyPatients(patients);
                  return patients.stream().anyMatch(patient -> careTeam.treats(doctor, patient));
                })
            .hospital(
                AccessBasis.LINKED,
                account -> {
                  var hospitals = careTeam.hospitalsOf(account);
                  filter.onlyHospitalsOrPatients(
                      hospitals, careTeam.patientsOfHospitals(hospitals));
                  return hospitals.stream()
                      .anyMatch(hospital -> careTeam.employs(hospital, doctor));
                })
            .orRefuse();
    return page(caller, null, basis, filter, paging, AppointmentView::of);
  }

  @GetMapping({"/appointments/patient/{patientId}", "/patients/{patientId}/appointments"})
  Reply<PageOf<AppointmentView>> ofPatient(
      Caller caller, @PathVariable("patientId") PatientId patient, Paging paging) {
    if (!careTeam.exists(patient)) {
      throw Refusal.notFound("Patient");
    }
    var basis =
        careTeam
            .caring(caller, patient)
            .hospital(AccessBasis.LINKED, account -> careTeam.admits(account, patient))
            .orRefuse();
    var filter = new Filter().patient(patient.value());
    return page(caller, patient, basis, filter, paging, AppointmentView::of);
  }

  @OnlyFor({ADMIN, HOSPITAL})
  @GetMapping("/appointments/hospital/{hospitalId}")
  Reply<PageOf<Item>> ofHospital(
      Caller caller, @PathVariable("hospitalId") HospitalId hospital, Paging paging) {
    if (!careTeam.exists(hospital)) {
      throw Refusal.notFound("Hospital");
    }
    var basis =
        AccessDecision.about(caller)
            .hospital(AccessBasis.OWN_HOSPITAL, account -> careTeam.ownsHospital(account, hospital))
            .orRefuse();
    var filter = new Filter().hospital(hospital.value());
    return page(caller, null, basis, filter, paging, Item::of);
  }

  /// @param patient whose appointments these are; null if not one patient's
  private <T> Reply<PageOf<T>> page(
      Caller caller,
      @Nullable PatientId patient,
      AccessBasis basis,
      Filter filter,
      Paging paging,
      Function<Appointment, T> view) {
    var page = lists.page(filter, paging);
    audit.granted(caller, AuditedAction.list(Bookings.RESOURCE).of(patient), basis);
    return Reply.ok(
        new PageOf<>(
            page.appointments().stream().map(view).toList(), page.total(), page.nextCursor()));
  }
}
