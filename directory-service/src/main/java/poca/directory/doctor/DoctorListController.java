package poca.directory.doctor;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.PATIENT;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.platform.web.Paging;
import poca.platform.web.Reply;

/// All doctors, a hospital's and a patient's (contract 4.3 to 4.5).
@RestController
class DoctorListController {

  private final DoctorLists lists;

  DoctorListController(DoctorLists lists) {
    this.lists = lists;
  }

  @GetMapping("/api/v1/doctors")
  Reply<DoctorLists.Listed> all(Caller caller, Paging paging) {
    return Reply.ok(lists.all(caller, paging));
  }

  @GetMapping("/api/v1/hospitals/{hospitalId}/doctors")
  Reply<DoctorLists.Listed> ofHospital(
      @PathVariable HospitalId hospitalId, Caller caller, Paging paging) {
    return Reply.ok(lists.of(hospitalId, caller, paging));
  }

  @GetMapping("/api/v1/patients/{patientId}/doctors")
  @Audited("mapping")
  @OnlyFor({ADMIN, DOCTOR, PATIENT})
  Reply<List<DoctorLists.Ref>> ofPatient(
      @PathVariable PatientId patientId, Caller caller, Paging paging) {
    return Reply.ok(lists.of(patientId, caller, paging));
  }
}
