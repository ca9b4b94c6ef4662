package poca.auth.key;

import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A key pair, opened.
///
/// @param published the public half
/// @param signsFrom the key with the latest such time that has come signs
/// @param retiresAt when its last token has expired; null until its successor is known
record SigningKey(
    RSAKey published, JWSSigner signer, Instant signsFrom, @Nullable Instant retiresAt) {

  String kid() {
    return published.getKeyID();
  }

  boolean retired(Instant now) {
    return retiresAt != null && !now.isBefore(retiresAt);
  }
}
