package poca.auth.key;

import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import poca.contracts.Claims;
import poca.contracts.ErrorCode;
import poca.platform.IdSource;
import poca.platform.web.Refusal;

/// Gives a service its own token: the client credentials grant (RFC 6749, 4.4).
@RestController
class ServiceTokenController {

  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final String BASIC = "Basic ";

  private final ServiceAccounts accounts;
  private final SigningKeys keys;
  private final String issuer;
  private final IdSource ids;
  private final Clock clock;

  ServiceTokenController(
      ServiceAccounts accounts,
      SigningKeys keys,
      @Value("${poca.public-base-url}") String issuer,
      IdSource ids,
      Clock clock) {
    this.accounts = accounts;
    this.keys = keys;
    this.issuer = issuer;
    this.ids = ids;
    this.clock = clock;
  }

  record Grant(String accessToken, String tokenType, long expiresIn) {
    @Override
    public String toString() {
      return "Grant";
    }
  }

  private record Client(String name, String secret) {
    @Override
    public String toString() {
      return "Client " + name;
    }
  }

  @PostMapping("/oauth2/token")
  Grant token(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization,
      @RequestParam(name = "grant_type", required = false) @Nullable String grantType) {
    var client =
        client(authorization)
            .filter(sent -> accounts.knows(sent.name(), sent.secret()))
            .orElseThrow(ServiceTokenController::unknown);
    if (!"client_credentials".equals(grantType)) {
      throw Refusal.invalid(
          "body", "grant_type", "value_error", "Only client_credentials is granted here");
    }
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(Claims.AUDIENCE)
            .subject(client.name())
            .issueTime(Date.from(now))
            .notBeforeTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .jwtID(ids.next().toString())
            .claim(Claims.TYPE, Claims.SERVICE)
            .build();
    return new Grant(keys.sign(claims), "bearer", LIFE.toSeconds());
  }

  private static Optional<Client> client(@Nullable String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return Optional.empty();
    }
    try {
      var sent =
          new String(
              Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip()),
              StandardCharsets.UTF_8);
      var colon = sent.indexOf(':');
      return colon < 1
          ? Optional.empty()
          : Optional.of(new Client(sent.substring(0, colon), sent.substring(colon + 1)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Refusal unknown() {
    return new Refusal(
        401,
        ErrorCode.AUTH_003,
        "Not authenticated",
        Map.of(),
        Map.of("WWW-Authenticate", "Basic realm=\"poca services\""));
  }
}
