package poca.contracts.fact;

import org.jspecify.annotations.Nullable;
import poca.contracts.Role;
import poca.contracts.UserId;

/// An account's life, told by auth-service.
public sealed interface AccountFact extends Fact {

  Topic<AccountFact> TOPIC =
      new Topic<>(
          "auth.accounts.v1", AccountFact.class, "auth-service", Topic.Keeping.NEWEST_PER_KEY);

  UserId account();

  /// Grows by one with every change of the account.
  long version();

  @Override
  default String key() {
    return account().toString();
  }

  /// The account exists and its profile too: a sign-up that was rolled back is never told.
  record AccountRegistered(UserId account, Role role, long version) implements AccountFact {}

  record AccountDeactivated(UserId account, Role role, long version) implements AccountFact {}

  record AccountReactivated(UserId account, Role role, long version) implements AccountFact {}

  /// @param by the admin who deleted it, null if its profile was deleted first
  record AccountDeleted(UserId account, Role role, @Nullable UserId by, long version)
      implements AccountFact {}
}
