package poca.platform.event;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import poca.contracts.fact.Fact;
import poca.contracts.fact.SignedFact;
import poca.contracts.fact.Topic;
import poca.contracts.fact.WriterKey;

/// Reads records and believes those that the topic's own writer signed. Everything that it looks at
/// is covered by the signature or comes from the broker; a version is no reason to believe a fact.
final class ProvenFacts {

  private final FactCodec codec;
  private final KnownWriters writers;

  ProvenFacts(FactCodec codec, KnownWriters writers) {
    this.codec = codec;
    this.writers = writers;
  }

  /// @param key of the Kafka record
  /// @param appendedAt when the broker appended the record, by its own clock
  /// @throws KeysOutOfReach if it cannot be judged now
  <F extends Fact> FactCodec.Read<F> read(
      Topic<F> topic,
      @Nullable String key,
      Map<String, String> headers,
      byte @Nullable [] body,
      Instant appendedAt) {
    var writer = writer(topic, key, headers, body, appendedAt);
    if (writer.isEmpty()) {
      return new FactCodec.Read.Foreign<>();
    }
    var read = codec.read(topic, headers, body);
    return read instanceof FactCodec.Read.Known<F>(var delivery)
            && !mayTell(writer.get(), topic, delivery.fact().key())
        ? new FactCodec.Read.Foreign<>()
        : read;
  }

  /// Whose record it is: empty if that is not proven, or if it is no writer of this topic.
  private Optional<WriterKey> writer(
      Topic<?> topic,
      @Nullable String key,
      Map<String, String> headers,
      byte @Nullable [] body,
      Instant appendedAt) {
    var signature = headers.get(SignedFact.SIGNATURE);
    var id = signature == null ? WriterKey.UNSIGNED : headers.get(SignedFact.KEY_ID);
    if (id == null || (signature != null && id.equals(WriterKey.UNSIGNED))) {
      return Optional.empty();
    }
    var recordKey = key == null ? "" : key;
    return writers
        .find(id)
        .filter(writer -> writer.retiredAt() == null || appendedAt.isBefore(writer.retiredAt()))
        .filter(writer -> mayTell(writer, topic, recordKey))
        .filter(writer ->
            signature == null
                || Ed25519.verifies(
                    writer.publicKey(),
                    SignedFact.bytes(
                        topic.name(), recordKey, headers, body == null ? new byte[0] : body),
                    signature));
  }

  private static boolean mayTell(WriterKey writer, Topic<?> topic, String key) {
    return writer.id().equals(WriterKey.UNSIGNED) || topic.isWrittenBy(writer.service(), key);
  }
}
