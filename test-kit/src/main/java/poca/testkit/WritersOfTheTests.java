package poca.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import poca.contracts.fact.SignedFact;
import poca.contracts.fact.WriterKey;
import poca.contracts.fact.WriterKeys;

/// The register of this JVM's tests, and keys of services that are not there: each has one that is
/// made of its name.
@Configuration(proxyBeanMethods = false)
public class WritersOfTheTests {

  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final Map<String, WriterKey> REGISTERED = new ConcurrentHashMap<>();

  /// Nobody is retired here: the key of a service and the one that tests use in its name hold side
  /// by side.
  @Bean
  @Primary
  WriterKeys registerOfTheTests() {
    return new WriterKeys() {
      @Override
      public void register(WriterKey key) {
        REGISTERED.putIfAbsent(key.id(), key);
      }

      @Override
      public List<WriterKey> besides(String id) {
        var key = REGISTERED.get(id);
        return key == null ? List.of() : List.of(key);
      }
    };
  }

  /// The headers with the signature of that service.
  public static Map<String, String> signedBy(
      String service, String topic, String key, Map<String, String> headers, byte[] body) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(pair(service).getPrivate());
      signature.update(SignedFact.bytes(topic, key, headers, body));
      var published = publicKey(service);
      REGISTERED.putIfAbsent(published.id(), published);
      var signed = new LinkedHashMap<>(headers);
      signed.put(SignedFact.KEY_ID, published.id());
      signed.put(SignedFact.SIGNATURE, TEXT.encodeToString(signature.sign()));
      return signed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static WriterKey publicKey(String service) {
    var encoded = pair(service).getPublic().getEncoded();
    var key = TEXT.encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    return new WriterKey(WriterKey.idOf(service, key), service, key, null);
  }

  private static KeyPair pair(String service) {
    try {
      var seeded = SecureRandom.getInstance("SHA1PRNG");
      seeded.setSeed(service.getBytes(StandardCharsets.UTF_8));
      var generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, seeded);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
