package poca.directory.patient;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.PATIENT;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.directory.mapping.RelationType;
import poca.platform.audit.Audited;
import poca.platform.security.ActingAs;
import poca.platform.security.Caller;
import poca.platform.security.OnlyFor;
import poca.platform.web.Reply;

/// Patients' profiles (contract 4.5).
@RestController
class PatientController {

  private final Patients patients;
  private final PatientAccounts accounts;

  PatientController(Patients patients, PatientAccounts accounts) {
    this.patients = patients;
    this.accounts = accounts;
  }

  record NewAccount(
      @NotBlank @Email @Size(max = 255) String email,
      @NotNull @Size(max = 128) String password,
      @NotBlank @Size(max = 255) String userName,
      @Size(max = 255) @Nullable String userContact,
      @Nullable RelationType relationType,
      @NotBlank @Size(max = 255) String name,
      @Nullable LocalDate dob,
      @Nullable Gender gender,
      @Size(max = 255) @Nullable String contact,
      @Size(max = 2048) @Nullable String photo,
      @PositiveOrZero @Nullable Integer age,
      @Size(max = 255) @Nullable String bloodGroup,
      @PositiveOrZero @Nullable Integer height,
      @PositiveOrZero @Nullable Integer weight,
      @Valid @Nullable MedicalInfo medicalInfo,
      @Size(max = 200) @Nullable List<@NotNull @Size(max = 255) String> allergies,
      @Size(max = 200) @Nullable List<@NotNull @Size(max = 255) String> medications,
      @Size(max = 200) @Nullable List<@NotNull @Size(max = 255) String> conditions,
      @Size(max = 255) @Nullable String emergencyContactName,
      @Size(max = 255) @Nullable String emergencyContactNumber) {

    NewPatient patient() {
      return new NewPatient(
          name,
          dob,
          gender,
          contact,
          photo,
          age,
          bloodGroup,
          height,
          weight,
          medicalInfo,
          allergies,
          medications,
          conditions,
          emergencyContactName,
          emergencyContactNumber,
          null,
          null);
    }

    @Override
    public String toString() {
      return "NewAccount";
    }
  }

  record Profile(
      PatientId id,
      @Nullable UserId userId,
      String name,
      @Nullable LocalDate dob,
      @Nullable Gender gender,
      @Nullable String contact,
      @Nullable String photo,
      @Nullable Integer age,
      @Nullable String bloodGroup,
      @Nullable Integer height,
      @Nullable Integer weight,
      @Nullable MedicalInfo medicalInfo,
      @Nullable String emergencyContactName,
      @Nullable String emergencyContactNumber,
      @Nullable Instant createdAt,
      @Nullable Instant updatedAt) {
    static Profile of(Patient patient) {
      return new Profile(
          patient.id,
          patient.userId,
          patient.name,
          patient.dob,
          patient.gender,
          patient.contact,
          patient.photo,
          patient.age,
          patient.bloodGroup,
          patient.height,
          patient.weight,
          patient.medicalInfo,
          patient.emergencyContactName,
          patient.emergencyContactNumber,
          patient.createdAt,
          patient.updatedAt);
    }

    /// Enough to recognise a patient by (contract 4.5).
    static Profile reduced(Patient patient) {
      return new Profile(
          patient.id,
          null,
          patient.name,
          null,
          patient.gender,
          null,
          patient.photo,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }
  }

  @PutMapping("/internal/patients/{id}")
  Profile register(@PathVariable PatientId id, @Valid @RequestBody SignUp signUp) {
    return Profile.of(patients.register(id, signUp));
  }

  @PostMapping("/api/v1/patients")
  @Audited("patient")
  @OnlyFor({ADMIN, PATIENT})
  Reply<Profile> create(@Valid @RequestBody NewPatient profile, Caller caller) {
    return Reply.ok(Profile.of(patients.create(caller, profile)));
  }

  @PostMapping("/api/v1/patients/admin/create")
  @Audited("patient")
  @OnlyFor(ADMIN)
  Reply<Profile> create(@Valid @RequestBody NewAccount wanted, Caller caller) {
    var relation = wanted.relationType() == null ? RelationType.SELF : wanted.relationType();
    var id =
        accounts.create(
            caller.user(),
            wanted.email(),
            wanted.password(),
            wanted.userName(),
            wanted.userContact(),
            relation,
            wanted.patient());
    return Reply.ok(Profile.of(patients.made(caller, id)));
  }

  @GetMapping("/api/v1/patients/{patientId}")
  @Audited("patient")
  Reply<Profile> read(@PathVariable PatientId patientId, Caller caller) {
    return Reply.ok(
        switch (patients.read(caller, patientId)) {
          case Patients.Seen.Full(var patient) -> Profile.of(patient);
          case Patients.Seen.Reduced(var patient) -> Profile.reduced(patient);
        });
  }

  @PutMapping("/api/v1/patients/{patientId}")
  @Audited("patient")
  @ActingAs
  @OnlyFor({ADMIN, PATIENT})
  Reply<Profile> change(
      @PathVariable PatientId patientId, @Valid @RequestBody PatientChange change, Caller caller) {
    return Reply.ok(Profile.of(patients.change(caller, patientId, change)));
  }
}
