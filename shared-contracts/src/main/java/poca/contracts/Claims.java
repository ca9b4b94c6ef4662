package poca.contracts;

/// The claims of POCA's tokens beyond the registered ones of RFC 7519.
public final class Claims {

  /// Says what the token is for: [#ACCESS] or [#SERVICE]. One kind is never taken for the other.
  public static final String TYPE = "type";

  /// A person's token, at most for the life of its session.
  public static final String ACCESS = "access";

  /// A service's own token: `sub` is the service's name. Only internal routes accept it.
  public static final String SERVICE = "service";

  /// The session that the token belongs to.
  public static final String SESSION = "sid";

  public static final String ROLE = "role";

  /// The account's own profile: equal to `sub`, null for an admin.
  public static final String PROFILE = "profile_id";

  /// The audience of every token.
  public static final String AUDIENCE = "poca";

  private Claims() {}
}
