package poca.access.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import poca.access.security.Caller;
import poca.contracts.Role;
import poca.contracts.UserId;

/// Names who acted where there is no [Caller]: somebody logging in, a deletion that arrives as a
/// fact.
public record Actor(@Nullable UserId account, @Nullable Role role, @Nullable UUID actingAs) {

  public static final Actor UNKNOWN = new Actor(null, null, null);

  public static Actor of(UserId account, Role role) {
    return new Actor(account, role, account.value());
  }

  public static Actor of(Caller caller) {
    return new Actor(caller.user(), caller.role(), caller.actingAs());
  }
}
