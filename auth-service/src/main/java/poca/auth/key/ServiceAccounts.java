package poca.auth.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The services that may ask for a token of their own, each with its secret.
///
/// @param secrets `name=secret,name=secret`, each secret of at least 32 characters
@ConfigurationProperties("poca.service-accounts")
record ServiceAccounts(String secrets) {

  private static final int SHORTEST_SECRET = 32;

  ServiceAccounts {
    if (parsed(secrets).isEmpty()) {
      throw new IllegalArgumentException(
          "POCA_SERVICE_SECRETS must name the services and their secrets: name=secret,name=secret");
    }
  }

  private static Map<String, String> parsed(String secrets) {
    var byName = new LinkedHashMap<String, String>();
    for (var listed : secrets.split(",", -1)) {
      var entry = listed.strip();
      if (entry.isEmpty()) {
        continue;
      }
      var equals = entry.indexOf('=');
      if (equals < 1 || entry.length() - equals - 1 < SHORTEST_SECRET) {
        throw new IllegalArgumentException(
            "POCA_SERVICE_SECRETS: every service needs a secret of at least 32 characters");
      }
      byName.put(entry.substring(0, equals).strip(), entry.substring(equals + 1).strip());
    }
    return byName;
  }

  /// Takes the same time whichever character is wrong.
  boolean knows(String name, String secret) {
    var wanted = parsed(secrets).get(name);
    return MessageDigest.isEqual(digest(wanted == null ? "" : wanted), digest(secret))
        && wanted != null;
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "ServiceAccounts" + parsed(secrets).keySet();
  }
}
