package poca.auth.recovery;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param appUrl where people open the app; empty for the console at `baseUrl`
/// @param baseUrl where the API is
@ConfigurationProperties("poca.recovery")
record RecoverySettings(String appUrl, String baseUrl) {

  RecoverySettings {
    var _ = checked(appUrl, baseUrl);
  }

  /// The page that sets a password. The token is in the fragment, which no browser sends: it is in
  /// no log and no `Referer`. The address comes from the setting and never from a request, whose
  /// headers are the sender's to choose.
  URI link(String token) {
    return URI.create(checked(appUrl, baseUrl) + "/password#token=" + token);
  }

  private static String checked(String appUrl, String baseUrl) {
    var base = appUrl.isBlank() ? withoutSlash(baseUrl) + "/app" : withoutSlash(appUrl.strip());
    var uri = URI.create(base);
    if (uri.getHost() == null
        || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "PUBLIC_APP_URL must be an http address without query and fragment");
    }
    return base;
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
