package poca.records.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import poca.platform.web.Refusal;

/// Wraps the keys of documents by keys of the configuration (`DOCUMENT_KEYS`), the first of which
/// wraps what is new. Without the wrapping key the bytes of a document are lost, and so they are
/// without its wrapped key.
@Component
public class WrappingKeys {

  private static final Logger log = LoggerFactory.getLogger(WrappingKeys.class);

  private static final int BYTES = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  /// By id, the newest first.
  private final Map<String, SecretKey> keys = new LinkedHashMap<>();

  private final SecureRandom random = new SecureRandom();

  /// @param keys 32 bytes in base64 each, the newest first
  public WrappingKeys(@Value("${poca.document-keys}") List<String> keys) {
    for (var key : keys) {
      var bytes = decoded(key.strip());
      if (bytes.length != BYTES || this.keys.put(id(bytes), aes(bytes)) != null) {
        throw unusable();
      }
    }
    if (this.keys.isEmpty()) {
      throw unusable();
    }
  }

  /// @param key encrypts the document
  /// @param wrapped is what is kept of it
  public record Made(ContentKey key, WrappedKey wrapped) {}

  /// Makes a key for a document.
  ///
  /// @param object the key of its object in the store, to which it is bound
  public Made make(String object) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var key = new ContentKey(bytes, object);
    return new Made(key, wrap(object, key));
  }

  /// @throws Refusal 503 if the wrapping key is not configured, or is another than it was
  public ContentKey open(String object, WrappedKey wrapped) {
    var by = keys.get(wrapped.wrappedBy());
    if (by == null) {
      log.error(
          "document {} is wrapped by {}, which is not among DOCUMENT_KEYS",
          object,
          wrapped.wrappedBy());
      throw Refusal.unavailable();
    }
    var bytes = decoded(wrapped.wrapped());
    try {
      var cipher = cipher(Cipher.DECRYPT_MODE, by, Arrays.copyOf(bytes, NONCE), object);
      return new ContentKey(cipher.doFinal(bytes, NONCE, bytes.length - NONCE), object);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      log.error("the key of document {} does not open: {}", object, e.toString());
      throw Refusal.unavailable();
    }
  }

  /// The same key under the newest wrapping key.
  ///
  /// @throws Refusal as [#open]
  public WrappedKey rewrap(String object, WrappedKey wrapped) {
    return wrap(object, open(object, wrapped));
  }

  /// The ids of those that wrap nothing new any more.
  public Set<String> older() {
    return keys.keySet().stream().skip(1).collect(Collectors.toSet());
  }

  /// The ids of all.
  public Set<String> known() {
    return keys.keySet();
  }

  private WrappedKey wrap(String object, ContentKey key) {
    var newest = keys.entrySet().iterator().next();
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      var sealed =
          cipher(Cipher.ENCRYPT_MODE, newest.getValue(), nonce, object).doFinal(key.secret());
      var wrapped = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, wrapped, NONCE, sealed.length);
      return new WrappedKey(newest.getKey(), Base64.getEncoder().encodeToString(wrapped));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String object)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(object.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static SecretKey aes(byte[] bytes) {
    return new SecretKeySpec(bytes, "AES");
  }

  /// Says which key it is and nothing of it.
  private static String id(byte[] key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update("poca document key".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(key), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static IllegalStateException unusable() {
    return new IllegalStateException(
        "DOCUMENT_KEYS must be one or more different keys of 32 random bytes in base64, with commas between");
  }
}
