package poca.directory.hospital;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.HOSPITAL;
import static poca.contracts.Role.PATIENT;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.platform.web.Paging;
import poca.platform.web.Reply;

/// Hospitals' profiles and lists (contract 4.3 to 4.5).
@RestController
class HospitalController {

  private final Hospitals hospitals;
  private final HospitalLists lists;

  HospitalController(Hospitals hospitals, HospitalLists lists) {
    this.hospitals = hospitals;
    this.lists = lists;
  }

  record Profile(
      HospitalId id,
      @Nullable UserId userId,
      String name,
      @Nullable String address,
      @Nullable String city,
      @Nullable String state,
      @Nullable String country,
      @Nullable String contact,
      @Nullable String pinCode,
      String email,
      @Nullable List<String> specialities,
      @Nullable String link,
      @Nullable String website,
      Instant createdAt,
      @Nullable Instant updatedAt) {
    static Profile of(Hospital hospital) {
      return new Profile(
          hospital.id,
          hospital.userId,
          hospital.name,
          hospital.address,
          hospital.city,
          hospital.state,
          hospital.country,
          hospital.contact,
          hospital.pinCode,
          hospital.email,
          hospital.specialities,
          hospital.link,
          hospital.website,
          hospital.createdAt,
          hospital.updatedAt);
    }
  }

  @PutMapping("/internal/hospitals/{id}")
  Profile register(@PathVariable HospitalId id, @Valid @RequestBody NewHospital profile) {
    return Profile.of(hospitals.register(id, profile));
  }

  @PostMapping("/api/v1/hospitals")
  @Audited("hospital")
  @OnlyFor({ADMIN, HOSPITAL})
  Reply<Profile> create(@Valid @RequestBody NewHospital profile, Caller caller) {
    return Reply.ok(Profile.of(hospitals.create(caller, profile)));
  }

  @GetMapping("/api/v1/hospitals")
  Reply<HospitalLists.Listed> all(Paging paging) {
    return Reply.ok(lists.all(paging));
  }

  @GetMapping("/api/v1/hospitals/{hospitalId}")
  Reply<Profile> read(@PathVariable HospitalId hospitalId) {
    return Reply.ok(Profile.of(hospitals.read(hospitalId)));
  }

  @PutMapping("/api/v1/hospitals/{hospitalId}")
  @Audited("hospital")
  @OnlyFor({ADMIN, HOSPITAL})
  Reply<Profile> change(
      @PathVariable HospitalId hospitalId,
      @Valid @RequestBody HospitalChange change,
      Caller caller) {
    return Reply.ok(Profile.of(hospitals.change(caller, hospitalId, change)));
  }

  @GetMapping("/api/v1/doctors/{doctorId}/hospitals")
  Reply<List<HospitalLists.Mini>> ofDoctor(@PathVariable DoctorId doctorId, Paging paging) {
    return Reply.ok(lists.of(doctorId, paging));
  }

  @GetMapping("/api/v1/patients/{patientId}/hospitals")
  @Audited("mapping")
  @OnlyFor({ADMIN, DOCTOR, PATIENT})
  Reply<List<HospitalLists.Ref>> ofPatient(
      @PathVariable PatientId patientId, Caller caller, Paging paging) {
    return Reply.ok(lists.of(patientId, caller, paging));
  }
}
