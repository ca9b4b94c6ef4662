package poca.directory.patient;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import poca.contracts.PatientId;
import poca.contracts.UserId;

/// A patient's profile: an account's own, or a dependant that may have an owner.
@Entity
class Patient {

  @EmbeddedId PatientId id;
  @Version @Nullable Long version;
  @Embedded @Nullable UserId userId;
  String name;
  @Nullable LocalDate dob;
  @Nullable Gender gender;
  @Nullable String contact;
  @Nullable String photo;

  /// As told; nothing where a date of birth says it.
  @Nullable Integer age;

  @Nullable String bloodGroup;
  @Nullable Integer height;
  @Nullable BigDecimal weight;

  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable MedicalInfo medicalInfo;

  @Nullable String emergencyContactName;
  @Nullable String emergencyContactNumber;
  Instant createdAt;
  @Nullable Instant updatedAt;

  @SuppressWarnings("NullAway.Init")
  protected Patient() {}

  Patient(PatientId id, @Nullable UserId user, NewPatient profile, Instant now) {
    this.id = id;
    this.userId = user;
    this.name = profile.name();
    this.dob = profile.dob();
    this.gender = profile.gender();
    this.contact = profile.contact();
    this.photo = profile.photo();
    this.age = profile.dob() == null ? profile.age() : null;
    this.bloodGroup = profile.bloodGroup();
    this.height = profile.height();
    this.weight = profile.weight();
    this.medicalInfo = profile.allMedicalInfo();
    this.emergencyContactName = profile.emergencyContactName();
    this.emergencyContactNumber = profile.emergencyContactNumber();
    this.createdAt = now;
  }

  /// Everything but the owner, which is an admin's to change.
  void change(PatientChange change, Instant now) {
    change.name().newValue().ifPresent(value -> name = value);
    change.dob().apply(value -> dob = value);
    change.gender().apply(value -> gender = value);
    change.contact().apply(value -> contact = value);
    change.photo().apply(value -> photo = value);
    if (dob == null) {
      change.age().apply(value -> age = value);
    } else {
      age = null;
    }
    change.bloodGroup().apply(value -> bloodGroup = value);
    change.height().apply(value -> height = value);
    change.weight().apply(value -> weight = value);
    medicalInfo = change.medicalInfo(medicalInfo);
    change.emergencyContactName().apply(value -> emergencyContactName = value);
    change.emergencyContactNumber().apply(value -> emergencyContactNumber = value);
    updatedAt = now;
  }

  /// Whether an account of the same id stands behind it.
  boolean isOwnProfile() {
    return userId != null && userId.value().equals(id.value());
  }
}
