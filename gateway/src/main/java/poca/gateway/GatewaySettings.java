package poca.gateway;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What may be set from outside (section 7 of the contract).
///
/// @param publicBaseUrl the address people use
/// @param allowedOrigins a JSON array or a comma list; `*` is refused
/// @param rateLimitPerSecond per account or, without one, per address; 0 = off
/// @param maxUploadBytes of one file
/// @param aiTimeoutSeconds of one question to one model
/// @param trustedProxies addresses or CIDR blocks whose `X-Forwarded-For` is believed
@ConfigurationProperties("poca.gateway")
public record GatewaySettings(
    String version,
    URI publicBaseUrl,
    String allowedOrigins,
    int rateLimitPerSecond,
    long maxUploadBytes,
    int aiTimeoutSeconds,
    @DefaultValue("") String trustedProxies) {

  public GatewaySettings {
    if (publicBaseUrl.getHost() == null) {
      throw new IllegalArgumentException("PUBLIC_BASE_URL is not an http address");
    }
    if (rateLimitPerSecond < 0 || maxUploadBytes <= 0 || aiTimeoutSeconds <= 0) {
      throw new IllegalArgumentException(
          "RATE_LIMIT_PER_SECOND must be 0 or more, MAX_UPLOAD_BYTES and AI_TIMEOUT_SECONDS more than 0");
    }
    if (allowedOrigins.contains("*")) {
      throw new IllegalArgumentException(
          "ALLOWED_ORIGINS must name each origin: credentials are allowed");
    }
  }

  /// The allowed origins, and always the product's own.
  public List<String> origins() {
    return Stream.concat(Stream.of(ownOrigin()), words(allowedOrigins)).distinct().toList();
  }

  public List<String> proxies() {
    return words(trustedProxies).toList();
  }

  private String ownOrigin() {
    return publicBaseUrl.getScheme() + "://" + publicBaseUrl.getRawAuthority();
  }

  private static Stream<String> words(String list) {
    return Arrays.stream(list.split("[\\s,\\[\\]\"]+"))
        .filter(word -> !word.isBlank())
        .map(word -> word.endsWith("/") ? word.substring(0, word.length() - 1) : word);
  }
}
