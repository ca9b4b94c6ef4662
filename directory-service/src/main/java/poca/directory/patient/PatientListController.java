package poca.directory.patient;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.HOSPITAL;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.UserId;
import poca.platform.web.Paging;
import poca.platform.web.Reply;

/// Patients of everybody who may list some (contract 4.3 to 4.5, 4.9).
@RestController
@Audited("patient")
class PatientListController {

  private final PatientLists lists;

  PatientListController(PatientLists lists) {
    this.lists = lists;
  }

  @GetMapping("/api/v1/patients")
  @OnlyFor({ADMIN, DOCTOR})
  Reply<PatientLists.Listed> visible(Caller caller, Paging paging) {
    return Reply.ok(lists.visible(caller, paging));
  }

  @GetMapping("/api/v1/hospitals/{hospitalId}/patients")
  @OnlyFor({ADMIN, DOCTOR, HOSPITAL})
  Reply<PatientLists.Listed> ofHospital(
      @PathVariable HospitalId hospitalId, Caller caller, Paging paging) {
    return Reply.ok(lists.of(hospitalId, caller, paging));
  }

  @GetMapping("/api/v1/doctors/{doctorId}/patients")
  @OnlyFor({ADMIN, DOCTOR})
  Reply<List<PatientLists.Mini>> ofDoctor(
      @PathVariable DoctorId doctorId, Caller caller, Paging paging) {
    return Reply.ok(lists.of(doctorId, caller, paging));
  }

  @GetMapping("/api/v1/patients/user/{userId}")
  Reply<PatientLists.Listed> relatedOrOwned(
      @PathVariable UserId userId, Caller caller, Paging paging) {
    return Reply.ok(lists.relatedToOrOwnedBy(userId, caller, paging));
  }

  @GetMapping("/api/v1/mappings/user/{userId}/patients")
  Reply<PatientLists.Listed> related(@PathVariable UserId userId, Caller caller, Paging paging) {
    return Reply.ok(lists.relatedTo(userId, caller, paging));
  }
}
