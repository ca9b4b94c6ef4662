package poca.auth.account;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import poca.contracts.Role;
import poca.contracts.UserId;

/// Somebody who may log in. An own profile (doctor, patient, hospital) bears the same id.
@Entity
class Account {

  @EmbeddedId private UserId id;
  private @Nullable String email;

  @Enumerated(EnumType.STRING)
  private Role role;

  @Enumerated(EnumType.STRING)
  private AccountStatus status;

  private @Nullable String name;
  private @Nullable String contact;
  private @Nullable String address;
  @Version private Long version;
  private Instant createdAt;
  private @Nullable Instant updatedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills it; rows are inserted by AccountStore.open
  protected Account() {}

  UserId id() {
    return id;
  }

  @Nullable String email() {
    return email;
  }

  Role role() {
    return role;
  }

  @Nullable String name() {
    return name;
  }

  @Nullable String contact() {
    return contact;
  }

  @Nullable String address() {
    return address;
  }

  long version() {
    return version;
  }

  Instant createdAt() {
    return createdAt;
  }

  @Nullable Instant updatedAt() {
    return updatedAt;
  }

  boolean is(AccountStatus wanted) {
    return status == wanted;
  }

  /// Whether anybody sees it: not before its sign-up is complete, nor after its deletion.
  boolean exists() {
    return is(AccountStatus.ACTIVE) || is(AccountStatus.DEACTIVATED);
  }

  void becomes(AccountStatus next, Instant now) {
    if (!status.mayBecome(next)) {
      throw new IllegalStateException(status + " does not become " + next);
    }
    status = next;
    if (next == AccountStatus.DELETED) {
      email = null;
      name = null;
      contact = null;
      address = null;
    }
    updatedAt = now;
  }

  void rename(@Nullable String name, Instant now) {
    this.name = name;
    updatedAt = now;
  }

  void reachAt(@Nullable String contact, Instant now) {
    this.contact = contact;
    updatedAt = now;
  }

  void liveAt(@Nullable String address, Instant now) {
    this.address = address;
    updatedAt = now;
  }
}
