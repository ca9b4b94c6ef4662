package poca.directory.patient;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.PATIENT;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.ActingAs;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.contracts.PatientId;
import poca.contracts.Plausible;
import poca.contracts.UserId;
import poca.directory.mapping.RelationType;
import poca.directory.photo.Photos;
import poca.platform.text.EmailAddress;
import poca.platform.text.Link;
import poca.platform.text.OneLine;
import poca.platform.text.Visible;
import poca.platform.text.WithinYears;
import poca.platform.web.Reply;

/// Patients' profiles (contract 4.5).
@RestController
class PatientController {

  private final Patients patients;
  private final PatientAccounts accounts;
  private final Photos photos;
  private final Ages ages;

  PatientController(Patients patients, PatientAccounts accounts, Photos photos, Ages ages) {
    this.patients = patients;
    this.accounts = accounts;
    this.photos = photos;
    this.ages = ages;
  }

  record NewAccount(
      @NotNull @EmailAddress String email,
      @NotNull String password,
      @Visible @OneLine String userName,
      @OneLine @Nullable String userContact,
      @Nullable RelationType relationType,
      @Visible @OneLine String name,
      @WithinYears(Plausible.AGE) @Nullable LocalDate dob,
      @Nullable Gender gender,
      @OneLine @Nullable String contact,
      @Link @Nullable String photo,
      @Min(0) @Max(Plausible.AGE) @Nullable Integer age,
      @OneLine @Nullable String bloodGroup,
      @Min(Plausible.SHORTEST) @Max(Plausible.TALLEST) @Nullable Integer height,
      @DecimalMin(Plausible.LIGHTEST)
          @DecimalMax(Plausible.HEAVIEST)
          @Digits(integer = 3, fraction = 1)
          @Nullable BigDecimal weight,
      @Valid @Nullable MedicalInfo medicalInfo,
      @Size(max = 200) @Nullable List<@NotNull @OneLine String> allergies,
      @Size(max = 200) @Nullable List<@NotNull @OneLine String> medications,
      @Size(max = 200) @Nullable List<@NotNull @OneLine String> conditions,
      @OneLine @Nullable String emergencyContactName,
      @OneLine @Nullable String emergencyContactNumber) {

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
      @Nullable BigDecimal weight,
      @Nullable MedicalInfo medicalInfo,
      @Nullable String emergencyContactName,
      @Nullable String emergencyContactNumber,
      @Nullable Instant createdAt,
      @Nullable Instant updatedAt) {
    static Profile of(Patient patient, Ages ages) {
      return new Profile(
          patient.id,
          patient.userId,
          patient.name,
          patient.dob,
          patient.gender,
          patient.contact,
          patient.photo,
          ages.of(patient.dob, patient.age),
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
    return Profile.of(patients.register(id, signUp), ages);
  }

  /// What a text about the patient must not tell an engine outside (contract 6.3).
  @GetMapping("/internal/patients/{id}/names")
  Names names(@PathVariable PatientId id) {
    var patient = patients.find(id);
    return new Names(
        Stream.of(patient.name, patient.emergencyContactName).filter(Objects::nonNull).toList());
  }

  record Names(List<String> names) {}

  @PostMapping("/api/v1/patients")
  @Audited("patient")
  @OnlyFor({ADMIN, PATIENT})
  Reply<Profile> create(@Valid @RequestBody NewPatient profile, Caller caller) {
    return Reply.ok(Profile.of(patients.create(caller, profile), ages));
  }

  @PostMapping("/api/v1/patients/admin/create")
  @Audited("patient")
  @OnlyFor(ADMIN)
  Reply<Profile> create(@Valid @RequestBody NewAccount wanted, Caller caller) {
    var relation = wanted.relationType() == null ? RelationType.SELF : wanted.relationType();
    var shown = photos.admit(wanted.photo(), caller, caller.user());
    var id =
        accounts.create(
            caller.user(),
            wanted.email(),
            wanted.password(),
            wanted.userName(),
            wanted.userContact(),
            relation,
            wanted.patient());
    return Reply.ok(Profile.of(patients.made(caller, id, shown), ages));
  }

  @GetMapping("/api/v1/patients/{patientId}")
  @Audited("patient")
  Reply<Profile> read(@PathVariable PatientId patientId, Caller caller) {
    return Reply.ok(
        switch (patients.read(caller, patientId)) {
          case Patients.Seen.Full(var patient) -> Profile.of(patient, ages);
          case Patients.Seen.Reduced(var patient) -> Profile.reduced(patient);
        });
  }

  @PutMapping("/api/v1/patients/{patientId}")
  @Audited("patient")
  @ActingAs
  @OnlyFor({ADMIN, PATIENT})
  Reply<Profile> change(
      @PathVariable PatientId patientId, @Valid @RequestBody PatientChange change, Caller caller) {
    return Reply.ok(Profile.of(patients.change(caller, patientId, change), ages));
  }
}
