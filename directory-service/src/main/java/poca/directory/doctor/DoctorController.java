package poca.directory.doctor;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalTime;
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
import poca.contracts.Plausible;
import poca.contracts.Role;
import poca.directory.account.Accounts;
import poca.directory.photo.Photos;
import poca.platform.text.EmailAddress;
import poca.platform.text.Link;
import poca.platform.text.OneLine;
import poca.platform.text.Prose;
import poca.platform.text.Visible;
import poca.platform.web.Reply;

/// Doctors' profiles (contract 4.4).
@RestController
class DoctorController {

  private final Doctors doctors;
  private final Accounts accounts;
  private final Photos photos;

  DoctorController(Doctors doctors, Accounts accounts, Photos photos) {
    this.doctors = doctors;
    this.accounts = accounts;
    this.photos = photos;
  }

  record NewAccount(
      @NotNull @EmailAddress String email,
      @NotNull String password,
      @Visible @OneLine String name,
      @OneLine @Nullable String contact,
      @OneLine @Nullable String designation,
      @Min(0) @Max(Plausible.EXPERIENCE) @Nullable Integer experience,
      @Prose @Nullable String details,
      @Link @Nullable String photo) {
    @Override
    public String toString() {
      return "NewAccount";
    }
  }

  record Profile(
      DoctorId id,
      DoctorId userId,
      String name,
      @Nullable String photo,
      @Nullable String designation,
      @Nullable Integer experience,
      @Nullable String details,
      @Nullable String contact,
      @Nullable LocalTime shiftTimeStart,
      @Nullable LocalTime shiftTimeEnd,
      Instant createdAt,
      @Nullable Instant updatedAt) {
    static Profile of(Doctor doctor) {
      return new Profile(
          doctor.id,
          doctor.id,
          doctor.name,
          doctor.photo,
          doctor.designation,
          doctor.experience,
          doctor.details,
          doctor.contact,
          doctor.shiftTimeStart,
          doctor.shiftTimeEnd,
          doctor.createdAt,
          doctor.updatedAt);
    }
  }

  @PutMapping("/internal/doctors/{id}")
  Profile register(@PathVariable DoctorId id, @Valid @RequestBody NewDoctor profile) {
    return Profile.of(doctors.register(id, profile));
  }

  /// auth-service makes the account and calls back with the profile.
  @PostMapping("/api/v1/doctors")
  @Audited("doctor")
  @OnlyFor(ADMIN)
  Reply<Profile> create(@Valid @RequestBody NewAccount wanted, Caller caller) {
    var profile =
        new NewDoctor(
            wanted.name(),
            wanted.contact(),
            wanted.designation(),
            wanted.experience(),
            wanted.details(),
            wanted.photo());
    var shown = photos.admit(wanted.photo(), caller, caller.user());
    var id =
        accounts.create(
            new Accounts.NewAccount(
                wanted.email(),
                wanted.password(),
                Role.DOCTOR,
                wanted.name(),
                wanted.contact(),
                profile,
                caller.user()));
    return Reply.ok(Profile.of(doctors.made(caller, new DoctorId(id.value()), shown)));
  }

  @GetMapping("/api/v1/doctors/{doctorId}")
  Reply<Profile> read(@PathVariable DoctorId doctorId) {
    return Reply.ok(Profile.of(doctors.read(doctorId)));
  }

  @PutMapping("/api/v1/doctors/{doctorId}")
  @Audited("doctor")
  @OnlyFor({ADMIN, DOCTOR})
  Reply<Profile> change(
      @PathVariable DoctorId doctorId, @Valid @RequestBody DoctorChange change, Caller caller) {
    return Reply.ok(Profile.of(doctors.change(caller, doctorId, change)));
  }
}
