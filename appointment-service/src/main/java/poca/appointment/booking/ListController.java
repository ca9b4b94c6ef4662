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
import poca.appointment.booking.AppointmentView.Item;
import poca.appointment.booking.AppointmentView.PageOf;
import poca.appointment.booking.Lists.Filter;
import poca.appointment.careteam.CareTeam;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.platform.security.Caller;
import poca.platform.security.OnlyFor;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;

/// The lists of appointments and who may see which.
@RestController
@RequestMapping("/api/v1")
class ListController {

  private final Lists lists;
  private final CareTeam careTeam;

  ListController(Lists lists, CareTeam careTeam) {
    this.lists = lists;
    this.careTeam = careTeam;
  }

  @OnlyFor(ADMIN)
  @GetMapping("/appointments")
  Reply<PageOf<AppointmentView>> all(
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
    return page(filter, paging, AppointmentView::of);
  }

  private static Status statusOf(String text) {
    try {
      return Status.of(text);
    } catch (IllegalArgumentException unknown) {
      throw Refusal.invalid("query", "status", "enum", "not one of the allowed values");
    }
  }

  @GetMapping({"/appointments/doctor/{doctor}", "/doctors/{doctor}/appointments"})
  Reply<PageOf<AppointmentView>> ofDoctor(
      Caller caller, @PathVariable DoctorId doctor, Paging paging) {
    if (!careTeam.exists(doctor)) {
      throw Refusal.notFound("Doctor");
    }
    var filter = new Filter().doctor(doctor.value());
    switch (caller.role()) {
      case ADMIN -> {}
      case DOCTOR -> require(caller.isSelf(doctor.value()));
      case PATIENT -> {
        var patients = careTeam.patientsOf(caller.user());
        require(patients.stream().anyMatch(p -> careTeam.treats(doctor, new PatientId(p))));
        filter.onlyPatients(patients);
      }
      case HOSPITAL -> {
        var hospitals = careTeam.hospitalsOf(caller.user());
        require(hospitals.stream().anyMatch(h -> careTeam.employs(new HospitalId(h), doctor)));
        filter.onlyHospitalsOrPatients(hospitals, careTeam.patientsOfHospitals(hospitals));
      }
    }
    return page(filter, paging, AppointmentView::of);
  }

  @GetMapping({"/appointments/patient/{patient}", "/patients/{patient}/appointments"})
  Reply<PageOf<AppointmentView>> ofPatient(
      Caller caller, @PathVariable PatientId patient, Paging paging) {
    if (!careTeam.exists(patient)) {
      throw Refusal.notFound("Patient");
    }
    switch (caller.role()) {
      case ADMIN -> {}
      case DOCTOR -> require(careTeam.treats(caller.asDoctor(), patient));
      case PATIENT -> require(careTeam.related(caller.user(), patient));
      case HOSPITAL ->
          require(
              careTeam.hospitalsOf(caller.user()).stream()
                  .anyMatch(h -> careTeam.admits(new HospitalId(h), patient)));
    }
    return page(new Filter().patient(patient.value()), paging, AppointmentView::of);
  }

  @OnlyFor({ADMIN, HOSPITAL})
  @GetMapping("/appointments/hospital/{hospital}")
  Reply<PageOf<Item>> ofHospital(Caller caller, @PathVariable HospitalId hospital, Paging paging) {
    if (!careTeam.exists(hospital)) {
      throw Refusal.notFound("Hospital");
    }
    require(caller.is(ADMIN) || careTeam.isOwnHospital(caller.user(), hospital));
    return page(new Filter().hospital(hospital.value()), paging, Item::of);
  }

  private <T> Reply<PageOf<T>> page(Filter filter, Paging paging, Function<Appointment, T> view) {
    var page = lists.page(filter, paging);
    return Reply.ok(
        new PageOf<>(
            page.appointments().stream().map(view).toList(), page.total(), page.nextCursor()));
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw Refusal.notAllowed();
    }
  }
}
