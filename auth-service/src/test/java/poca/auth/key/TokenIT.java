package poca.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.auth.Api;
import poca.auth.WholeService;

@WholeService
class TokenIT {

  @Autowired Api api;
  @Autowired SigningKeys keys;

  private String good = "";
  private JWTClaimsSet claims = new JWTClaimsSet.Builder().build();

  @BeforeEach
  void a_good_token() throws Exception {
    good = api.signUpDoctor(Api.email(), "quite a good password").field("access_token");
    claims = SignedJWT.parse(good).getJWTClaimsSet();
    assertThat(status(good)).isEqualTo(200);
  }

  @Test
  void an_access_token_says_what_the_contract_says() throws Exception {
    var header = SignedJWT.parse(good).getHeader();

    assertThat(header.getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    assertThat(header.getKeyID()).isNotBlank();
    assertThat(claims.getIssuer()).isEqualTo("http://localhost:8000");
    assertThat(claims.getAudience()).containsExactly("poca");
    assertThat(claims.getStringClaim("type")).isEqualTo("access");
    assertThat(claims.getStringClaim("role")).isEqualTo("doctor");
    assertThat(claims.getStringClaim("profile_id")).isEqualTo(claims.getSubject());
    assertThat(UUID.fromString(claims.getStringClaim("sid")).version()).isEqualTo(7);
    assertThat(claims.getJWTID()).isNotBlank();
    assertThat(claims.getNotBeforeTime()).isEqualTo(claims.getIssueTime());
    assertThat(claims.getExpirationTime().toInstant())
        .isEqualTo(claims.getIssueTime().toInstant().plus(Duration.ofMinutes(30)));
    var admin = SignedJWT.parse(api.adminToken()).getPayload().toJSONObject();
    assertThat(admin).containsEntry("profile_id", null);
  }

  @Test
  void the_published_set_verifies_tokens_and_has_no_private_part() throws Exception {
    var set = api.get("/.well-known/jwks.json", null);

    assertThat(set.status()).isEqualTo(200);
    assertThat(set.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    var key = set.body().path("keys").path(0);
    assertThat(key.propertyNames()).containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n");
    assertThat(key.path("kid").asString()).isEqualTo(SignedJWT.parse(good).getHeader().getKeyID());
  }

  @Test
  void an_unsigned_token_is_refused() {
    assertRefused(new PlainJWT(claims).serialize(), "Invalid token format");
    var parts = good.split("\\.");
    var none = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}");
    assertRefused(none + "." + parts[1] + ".", "Invalid token format");
    assertRefused(none + "." + parts[1] + "." + parts[2], "Invalid token format");
    assertRefused("garbled", "Invalid token format");
  }

  @Test
  void the_public_key_as_a_shared_secret_is_refused() throws Exception {
    var published = (RSAKey) keys.published().getKeys().getFirst();
    for (var secret :
        new byte[][] {
          published.toRSAPublicKey().getEncoded(),
          published.toJSONString().getBytes(java.nio.charset.StandardCharsets.UTF_8),
          pem(published).getBytes(java.nio.charset.StandardCharsets.UTF_8)
        }) {
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(published.getKeyID()).build(),
              claims);
      token.sign(new MACSigner(secret));
      assertRefused(token.serialize(), "Invalid token format");
    }
  }

  @Test
  void a_key_that_the_token_brings_along_is_not_taken() throws Exception {
    var own = new RSAKeyGenerator(2048).keyID("own").generate();
    var known = keys.published().getKeys().getFirst().getKeyID();
    for (var header :
        new JWSHeader[] {
          new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("own").build(),
          new JWSHeader.Builder(JWSAlgorithm.RS256).build(),
          new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(known).build(),
          new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(own.toPublicJWK()).build(),
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .keyID("own")
              .jwkURL(URI.create("http://127.0.0.1:1/jwks.json"))
              .build(),
          new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("../../etc/passwd").build(),
          new JWSHeader.Builder(JWSAlgorithm.RS512).keyID(known).build(),
          new JWSHeader.Builder(JWSAlgorithm.PS256).keyID(known).type(JOSEObjectType.JWT).build()
        }) {
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(own));
      assertRefused(token.serialize(), "Invalid token format");
    }
  }

  @Test
  void a_changed_token_is_refused() {
    var parts = good.split("\\.");
    var admin =
        new String(Base64.getUrlDecoder().decode(parts[1]), java.nio.charset.StandardCharsets.UTF_8)
            .replace("\"doctor\"", "\"admin\"");
    assertRefused(parts[0] + "." + base64(admin) + "." + parts[2], "Invalid token format");
  }

  @Test
  void a_well_signed_token_with_wrong_claims_is_refused() {
    for (var wrong :
        new JWTClaimsSet[] {
          with("iss", "http://elsewhere"),
          with("aud", "others"),
          with("aud", null),
          with("type", "service"),
          with("type", "refresh"),
          with("type", null),
          with("sid", null),
          with("sub", null),
          with("sub", "123"),
          with("sub", UUID.randomUUID().toString()),
          with("role", "king"),
          with("role", null),
          with("exp", null),
          with("nbf", Date.from(Instant.now().plusSeconds(60)))
        }) {
      assertRefused(keys.sign(wrong), "Could not validate credentials");
    }
    assertRefused(keys.sign(with("sid", UUID.randomUUID().toString())), "Session has ended");
  }

  @Test
  void an_expired_token_is_called_so() {
    var response =
        api.get(
            "/api/v1/users/me", keys.sign(with("exp", Date.from(Instant.now().minusSeconds(1)))));

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.code()).isEqualTo("AUTH_002");
    assertThat(response.message()).isEqualTo("Token has expired");
  }

  @Test
  void only_a_known_service_with_its_secret_gets_a_service_token() {
    for (var sent :
        new String[] {
          "directory-service:wrong", "nobody:" + WholeService.SERVICE_SECRET, "nobody:", ":", "x"
        }) {
      var basic =
          Base64.getEncoder()
              .encodeToString(sent.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      var response =
          api.raw(
              "/oauth2/token",
              "application/x-www-form-urlencoded",
              "grant_type=client_credentials",
              Map.of("Authorization", "Basic " + basic));
      assertThat(response.status()).isEqualTo(401);
    }
    assertThat(
            api.raw(
                    "/oauth2/token",
                    "application/x-www-form-urlencoded",
                    "grant_type=client_credentials",
                    Map.of())
                .status())
        .isEqualTo(401);
  }

  private JWTClaimsSet with(String claim, @org.jspecify.annotations.Nullable Object value) {
    return new JWTClaimsSet.Builder(claims).claim(claim, value).build();
  }

  private void assertRefused(String token, String message) {
    var response = api.get("/api/v1/users/me", token);
    assertThat(response.status()).isEqualTo(401);
    assertThat(response.code()).isEqualTo("AUTH_003");
    assertThat(response.message()).isEqualTo(message);
  }

  private int status(String token) {
    return api.get("/api/v1/users/me", token).status();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String pem(RSAKey key) throws Exception {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(key.toRSAPublicKey().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }
}
