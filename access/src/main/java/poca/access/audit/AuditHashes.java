package poca.access.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import poca.contracts.fact.AuditFact.AuditEntry;
import poca.contracts.fact.AuditFact.SealedEntry;

/// The hashes of the audit. An entry's seal is keyed, so a row that was written or changed by
/// anybody but the service shows; the links are not, so whoever has a copy of the chain can check
/// it.
public final class AuditHashes {

  /// The link before the first entry.
  public static final String BEGINNING = "0".repeat(64);

  private static final int SHORTEST_KEY = 32;
  private static final String HMAC = "HmacSHA256";
  private static final HexFormat HEX = HexFormat.of();

  private final SecretKeySpec key;

  /// @throws IllegalStateException for a key that is missing or short
  AuditHashes(String key) {
    if (key.length() < SHORTEST_KEY) {
      throw new IllegalStateException(
          "POCA_AUDIT_KEY must be set, to at least %d characters".formatted(SHORTEST_KEY));
    }
    this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC);
  }

  String of(AuditEntry entry) {
    return keyed(bytes(entry));
  }

  boolean isOurs(SealedEntry row) {
    return same(of(row.entry()), row.seal());
  }

  /// Signs the end of a piece of the chain.
  String of(long position, String link) {
    return keyed((position + ":" + link).getBytes(StandardCharsets.UTF_8));
  }

  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /// The link of an entry that follows `before`.
  public static String link(String before, SealedEntry row) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      hash.update(HEX.parseHex(before));
      hash.update(bytes(row.entry()));
      hash.update(row.seal().getBytes(StandardCharsets.UTF_8));
      return HEX.formatHex(hash.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String keyed(byte[] bytes) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      return HEX.formatHex(mac.doFinal(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Every field with its length or its absence, so that no two entries share a form.
  private static byte[] bytes(AuditEntry entry) {
    var bytes = new ByteArrayOutputStream(256);
    try (var out = new DataOutputStream(bytes)) {
      write(out, entry.id());
      out.writeLong(entry.at().toEpochMilli());
      write(out, entry.actor());
      write(out, entry.actorRole() == null ? null : entry.actorRole().wire());
      write(out, entry.actingAs());
      write(out, entry.action().wire());
      write(out, entry.resource());
      write(out, entry.resourceId());
      write(out, entry.patient());
      write(out, entry.outcome().wire());
      write(out, entry.reason());
      write(out, entry.requestId());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, @Nullable Object field) throws IOException {
    out.writeBoolean(field != null);
    if (field != null) {
      out.writeUTF(field.toString());
    }
  }
}
