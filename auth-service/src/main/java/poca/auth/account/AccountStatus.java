package poca.auth.account;

import java.util.EnumSet;
import java.util.Set;

/// Where an account stands, and what can become of it.
enum AccountStatus {
  /// Signed up, its profile not known to exist yet.
  PENDING,
  ACTIVE,
  DEACTIVATED,
  /// Gone for everybody; the row, which says no more who it was, keeps old tokens recognisable.
  DELETED,
  /// The sign-up was given up; what the directory may have of it is still to be removed.
  ABANDONED;

  private Set<AccountStatus> next() {
    return switch (this) {
      case PENDING -> EnumSet.of(ACTIVE, ABANDONED);
      case ACTIVE -> EnumSet.of(DEACTIVATED, DELETED);
      case DEACTIVATED -> EnumSet.of(ACTIVE, DELETED);
      case DELETED, ABANDONED -> EnumSet.noneOf(AccountStatus.class);
    };
  }

  boolean mayBecome(AccountStatus wanted) {
    return next().contains(wanted);
  }
}
