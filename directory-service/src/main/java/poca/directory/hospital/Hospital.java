package poca.directory.hospital;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import poca.contracts.HospitalId;
import poca.contracts.UserId;
import poca.platform.text.Email;

/// A hospital's profile: an account's own, or an additional one that may have an owner.
@Entity
class Hospital {

  @EmbeddedId HospitalId id;
  @Version @Nullable Long version;
  @Embedded @Nullable UserId userId;
  String name;
  String email;
  @Nullable String address;
  @Nullable String city;
  @Nullable String state;
  @Nullable String country;
  @Nullable String contact;
  @Nullable String pinCode;

  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable List<String> specialities;

  @Nullable String link;
  @Nullable String website;
  Instant createdAt;
  @Nullable Instant updatedAt;

  @SuppressWarnings("NullAway.Init")
  protected Hospital() {}

  Hospital(HospitalId id, @Nullable UserId user, NewHospital profile, Instant now) {
    this.id = id;
    this.userId = user;
    this.name = profile.name();
    this.email = Email.require(profile.email()).text();
    this.address = profile.address();
    this.city = profile.city();
    this.state = profile.state();
    this.country = profile.country();
    this.contact = profile.contact();
    this.pinCode = profile.pinCode();
    this.specialities = profile.specialities();
    this.link = profile.link();
    this.website = profile.website();
    this.createdAt = now;
  }

  void change(HospitalChange change, Instant now) {
    change.name().newValue().ifPresent(value -> name = value);
    change.address().apply(value -> address = value);
    change.city().apply(value -> city = value);
    change.state().apply(value -> state = value);
    change.country().apply(value -> country = value);
    change.contact().apply(value -> contact = value);
    change.pinCode().apply(value -> pinCode = value);
    change.specialities().apply(value -> specialities = value);
    change.link().apply(value -> link = value);
    change.website().apply(value -> website = value);
    updatedAt = now;
  }
}
