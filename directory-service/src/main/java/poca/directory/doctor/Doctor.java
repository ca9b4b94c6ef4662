package poca.directory.doctor;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import poca.contracts.DoctorId;

/// A doctor's profile. The doctor's account has the same id.
@Entity
class Doctor {

  @EmbeddedId DoctorId id;
  @Version @Nullable Long version;
  String name;
  @Nullable String photo;
  @Nullable String designation;
  @Nullable Integer experience;
  @Nullable String details;
  @Nullable String contact;
  @Nullable LocalTime shiftTimeStart;
  @Nullable LocalTime shiftTimeEnd;
  Instant createdAt;
  @Nullable Instant updatedAt;

  @SuppressWarnings("NullAway.Init")
  protected Doctor() {}

  Doctor(DoctorId id, NewDoctor profile, Instant now) {
    this.id = id;
    this.name = profile.name();
    this.photo = profile.photo();
    this.designation = profile.designation();
    this.experience = profile.experience();
    this.details = profile.details();
    this.contact = profile.contact();
    this.createdAt = now;
  }

  void change(DoctorChange change, Instant now) {
    change.name().newValue().ifPresent(value -> name = value);
    change.photo().apply(value -> photo = value);
    change.designation().apply(value -> designation = value);
    change.experience().apply(value -> experience = value);
    change.details().apply(value -> details = value);
    change.contact().apply(value -> contact = value);
    change.shiftTimeStart().apply(value -> shiftTimeStart = value);
    change.shiftTimeEnd().apply(value -> shiftTimeEnd = value);
    updatedAt = now;
  }
}
