package poca.directory.mapping;

import static poca.contracts.Role.ADMIN;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.MappingId;
import poca.contracts.PatientId;
import poca.contracts.fact.AuditFact.Action;
import poca.platform.web.Paging;
import poca.platform.web.Reply;

/// The three mappings that admins make (contract 4.9).
@RestController
@RequestMapping("/api/v1/mappings")
@Audited("mapping")
class MappingController {

  private final Mappings mappings;

  MappingController(Mappings mappings) {
    this.mappings = mappings;
  }

  record HospitalAndDoctor(@NotNull HospitalId hospitalId, @NotNull DoctorId doctorId) {}

  record HospitalAndPatient(@NotNull HospitalId hospitalId, @NotNull PatientId patientId) {}

  record DoctorAndPatient(@NotNull DoctorId doctorId, @NotNull PatientId patientId) {}

  record HospitalDoctorMapping(
      MappingId id,
      UUID hospitalId,
      UUID doctorId,
      Instant createdAt,
      @Nullable Instant updatedAt) {
    static HospitalDoctorMapping of(Pair pair) {
      return new HospitalDoctorMapping(
          pair.id(), pair.left(), pair.right(), pair.createdAt(), pair.updatedAt());
    }
  }

  record HospitalPatientMapping(
      MappingId id,
      UUID hospitalId,
      UUID patientId,
      Instant createdAt,
      @Nullable Instant updatedAt) {
    static HospitalPatientMapping of(Pair pair) {
      return new HospitalPatientMapping(
          pair.id(), pair.left(), pair.right(), pair.createdAt(), pair.updatedAt());
    }
  }

  record DoctorPatientMapping(
      MappingId id, UUID doctorId, UUID patientId, Instant createdAt, @Nullable Instant updatedAt) {
    static DoctorPatientMapping of(Pair pair) {
      return new DoctorPatientMapping(
          pair.id(), pair.left(), pair.right(), pair.createdAt(), pair.updatedAt());
    }
  }

  record Listed<T>(List<T> mappings, long total) {}

  @PostMapping("/hospital-doctor")
  @OnlyFor(ADMIN)
  @Audited(value = "mapping", action = Action.GRANT)
  Reply<HospitalDoctorMapping> map(@Valid @RequestBody HospitalAndDoctor both, Caller caller) {
    return Reply.ok(
        HospitalDoctorMapping.of(
            mappings.map(
                caller,
                Pairing.HOSPITAL_DOCTOR,
                both.hospitalId().value(),
                both.doctorId().value())));
  }

  @PostMapping("/hospital-patient")
  @OnlyFor(ADMIN)
  @Audited(value = "mapping", action = Action.GRANT)
  Reply<HospitalPatientMapping> map(@Valid @RequestBody HospitalAndPatient both, Caller caller) {
    return Reply.ok(
        HospitalPatientMapping.of(
            mappings.map(
                caller,
                Pairing.HOSPITAL_PATIENT,
                both.hospitalId().value(),
                both.patientId().value())));
  }

  @PostMapping("/doctor-patient")
  @OnlyFor(ADMIN)
  @Audited(value = "mapping", action = Action.GRANT)
  Reply<DoctorPatientMapping> map(@Valid @RequestBody DoctorAndPatient both, Caller caller) {
    return Reply.ok(
        DoctorPatientMapping.of(
            mappings.map(
                caller,
                Pairing.DOCTOR_PATIENT,
                both.doctorId().value(),
                both.patientId().value())));
  }

  @GetMapping("/hospital-doctor")
  Reply<Listed<HospitalDoctorMapping>> hospitalDoctors(Caller caller, Paging paging) {
    var page = mappings.visible(Pairing.HOSPITAL_DOCTOR, caller, paging);
    return Reply.ok(
        new Listed<>(page.pairs().stream().map(HospitalDoctorMapping::of).toList(), page.total()));
  }

  @GetMapping("/hospital-patient")
  Reply<Listed<HospitalPatientMapping>> hospitalPatients(Caller caller, Paging paging) {
    var page = mappings.visible(Pairing.HOSPITAL_PATIENT, caller, paging);
    return Reply.ok(
        new Listed<>(page.pairs().stream().map(HospitalPatientMapping::of).toList(), page.total()));
  }

  @GetMapping("/doctor-patient")
  Reply<Listed<DoctorPatientMapping>> doctorPatients(Caller caller, Paging paging) {
    var page = mappings.visible(Pairing.DOCTOR_PATIENT, caller, paging);
    return Reply.ok(
        new Listed<>(page.pairs().stream().map(DoctorPatientMapping::of).toList(), page.total()));
  }

  @DeleteMapping("/{kind:hospital-doctor|hospital-patient|doctor-patient}/{mappingId}")
  @OnlyFor(ADMIN)
  @Audited(value = "mapping", action = Action.REVOKE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unmap(@PathVariable String kind, @PathVariable MappingId mappingId, Caller caller) {
    mappings.unmap(caller, pairing(kind), mappingId);
  }

  @DeleteMapping("/hospital-doctor/{hospitalId}/{doctorId}")
  @OnlyFor(ADMIN)
  @Audited(value = "mapping", action = Action.REVOKE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unmap(@PathVariable HospitalId hospitalId, @PathVariable DoctorId doctorId, Caller caller) {
    mappings.unmap(caller, Pairing.HOSPITAL_DOCTOR, hospitalId.value(), doctorId.value());
  }

  @DeleteMapping("/hospital-patient/{hospitalId}/{patientId}")
  @OnlyFor(ADMIN)
  @Audited(value = "mapping", action = Action.REVOKE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unmap(
      @PathVariable HospitalId hospitalId, @PathVariable PatientId patientId, Caller caller) {
    mappings.unmap(caller, Pairing.HOSPITAL_PATIENT, hospitalId.value(), patientId.value());
  }

  @DeleteMapping("/doctor-patient/{doctorId}/{patientId}")
  @OnlyFor(ADMIN)
  @Audited(value = "mapping", action = Action.REVOKE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unmap(@PathVariable DoctorId doctorId, @PathVariable PatientId patientId, Caller caller) {
    mappings.unmap(caller, Pairing.DOCTOR_PATIENT, doctorId.value(), patientId.value());
  }

  private static Pairing pairing(String kind) {
    return switch (kind) {
      case "hospital-doctor" -> Pairing.HOSPITAL_DOCTOR;
      case "hospital-patient" -> Pairing.HOSPITAL_PATIENT;
      default -> Pairing.DOCTOR_PATIENT;
    };
  }
}
