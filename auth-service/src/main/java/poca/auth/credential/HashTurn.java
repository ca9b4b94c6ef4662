package poca.auth.credential;

/// Whose turn it is to have a password hashed or compared.
///
/// @param address where they are, as [poca.auth.limit.ClientAddress] says it
public record HashTurn(Urgency urgency, String address) {

  /// Earlier ones go first. None can fill the queue for another.
  public enum Urgency {
    /// Somebody whom we know: logged in, or at an address from which the account has logged in.
    KNOWN,
    /// A login from elsewhere.
    LOGIN,
    /// What nobody waits for who has an account: sign-ups, links of a lost password.
    OTHER
  }

  public static HashTurn known(String address) {
    return new HashTurn(Urgency.KNOWN, address);
  }

  public static HashTurn login(boolean known, String address) {
    return new HashTurn(known ? Urgency.KNOWN : Urgency.LOGIN, address);
  }

  public static HashTurn other(String address) {
    return new HashTurn(Urgency.OTHER, address);
  }
}
