package poca.platform.event;

import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// Signatures of RFC 8032, keys and signatures in base64url without padding.
final class Ed25519 {

  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private Ed25519() {}

  static Ed25519PrivateKeyParameters generate(SecureRandom random) {
    return new Ed25519PrivateKeyParameters(random);
  }

  static String publicKey(Ed25519PrivateKeyParameters key) {
    return TEXT.encodeToString(key.generatePublicKey().getEncoded());
  }

  static String sign(Ed25519PrivateKeyParameters key, byte[] content) {
    var signer = new Ed25519Signer();
    signer.init(true, key);
    signer.update(content, 0, content.length);
    return TEXT.encodeToString(signer.generateSignature());
  }

  /// False for whatever is no signature or no key as well.
  static boolean verifies(String publicKey, byte[] content, String signature) {
    try {
      var verifier = new Ed25519Signer();
      verifier.init(
          false, new Ed25519PublicKeyParameters(Base64.getUrlDecoder().decode(publicKey)));
      verifier.update(content, 0, content.length);
      return verifier.verifySignature(Base64.getUrlDecoder().decode(signature));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
