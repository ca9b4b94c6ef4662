package poca.contracts.fact;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Says what of a record its writer signs: everything that a reader acts on. The rest of the
/// headers (a trace, say) may be changed on the way and mean nothing.
public final class SignedFact {

  /// The header with the [WriterKey]'s id.
  public static final String KEY_ID = "poca_key";

  /// The header with the signature, 64 bytes in base64url without padding.
  public static final String SIGNATURE = "poca_signature";

  private SignedFact() {}

  /// Each part behind its length in bytes, so that none can grow at the cost of the next one.
  ///
  /// @param key of the Kafka record
  /// @param headers of the Kafka record; one that is absent counts as empty
  public static byte[] bytes(String topic, String key, Map<String, String> headers, byte[] body) {
    var signed = new ByteArrayOutputStream(body.length + 256);
    for (var part :
        new String[] {
          "poca fact 1",
          topic,
          key,
          headers.getOrDefault("ce_type", ""),
          headers.getOrDefault("ce_id", ""),
          headers.getOrDefault("ce_time", "")
        }) {
      add(signed, part.getBytes(StandardCharsets.UTF_8));
    }
    add(signed, body);
    return signed.toByteArray();
  }

  private static void add(ByteArrayOutputStream signed, byte[] part) {
    signed.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    signed.writeBytes(part);
  }
}
