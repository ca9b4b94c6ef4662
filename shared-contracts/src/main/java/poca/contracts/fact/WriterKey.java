package poca.contracts.fact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The public half of a key with which a service signs its facts (Ed25519, RFC 8032).
///
/// @param id [#idOf(String, String)], or [#UNSIGNED]
/// @param publicKey 32 bytes in base64url without padding
/// @param retiredAt what the broker appended later was not signed with it by the service; null
///   while it signs. The key itself is kept: the broker keeps facts for good
public record WriterKey(String id, String service, String publicKey, @Nullable Instant retiredAt) {

  /// Stands for "no signature" in a home that is older than signatures: believed of anybody until
  /// it was retired, which was at the update. A new home does not know it.
  public static final String UNSIGNED = "unsigned";

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}|" + UNSIGNED);

  /// Whether it can be an id: what cannot is nobody's, and asked of nobody.
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /// Belongs to one service and one key: a service cannot register another's under its name.
  public static String idOf(String service, String publicKey) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest((service + "\n" + publicKey).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
