package poca.appointment.availability;

import java.util.List;
import poca.appointment.availability.TimeClaims.Claim;

/// The doctor or the patient has something else then. Thrown under the locks of both, so that what
/// is in the way is known for certain; the transaction rolls back.
public final class TimeTaken extends RuntimeException {

  private final transient List<Claim> claims;

  TimeTaken(List<Claim> claims) {
    super("the time is taken", null, false, false);
    this.claims = List.copyOf(claims);
  }

  /// What is in the way, in order.
  public List<Claim> claims() {
    return claims;
  }
}
