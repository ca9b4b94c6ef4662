package poca.platform.event;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import poca.contracts.Uuids;
import poca.contracts.fact.Fact;
import poca.contracts.fact.Topic;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Facts on the wire: CloudEvents 1.0, Kafka's binary mode, a JSON body with the records' own
/// names.
final class FactCodec {

  static final String ID = "ce_id";
  static final String TYPE = "ce_type";
  static final String TIME = "ce_time";

  /// A primitive field that an older writer did not know reads as zero: fields are added freely.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final TypeReference<LinkedHashMap<String, String>> HEADERS =
      new TypeReference<>() {};

  private final String source;

  FactCodec(String service) {
    this.source = "/poca/" + service;
  }

  /// What reading a record can come to.
  sealed interface Read<F extends Fact> {
    record Known<F extends Fact>(Delivery<F> delivery) implements Read<F> {}

    /// A type that this version does not know yet.
    record Unknown<F extends Fact>() implements Read<F> {}

    record Unreadable<F extends Fact>(String cause) implements Read<F> {}

    /// Not signed by who may write there.
    record Foreign<F extends Fact>() implements Read<F> {}
  }

  byte[] body(Fact fact) {
    return JSON.writeValueAsBytes(fact);
  }

  Map<String, String> headers(Fact fact, UUID id, Instant at, @Nullable String traceparent) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("ce_specversion", "1.0");
    headers.put(ID, id.toString());
    headers.put(TYPE, fact.getClass().getSimpleName());
    headers.put("ce_source", source);
    headers.put(TIME, at.toString());
    headers.put("ce_subject", fact.key());
    headers.put("content-type", "application/json");
    if (traceparent != null) {
      headers.put("traceparent", traceparent);
    }
    return headers;
  }

  <F extends Fact> Read<F> read(
      Topic<F> topic, Map<String, String> headers, byte @Nullable [] body) {
    var type = headers.get(TYPE);
    var id = headers.get(ID);
    if (type == null || id == null) {
      return new Read.Unreadable<>("no CloudEvents headers");
    }
    var known = topic.type(type);
    if (known.isEmpty()) {
      return new Read.Unknown<>();
    }
    if (body == null) {
      return new Read.Unreadable<>("no body");
    }
    try {
      F fact = JSON.readValue(body, known.get());
      if (fact == null) {
        return new Read.Unreadable<>("null");
      }
      return new Read.Known<>(new Delivery<>(fact, Uuids.parse(id), at(headers)));
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      return new Read.Unreadable<>(Causes.of(e));
    }
  }

  private static Instant at(Map<String, String> headers) {
    var time = headers.get(TIME);
    return time == null ? Instant.EPOCH : Instant.parse(time);
  }

  static Map<String, String> plain(Headers headers) {
    var plain = new LinkedHashMap<String, String>();
    for (Header header : headers) {
      if (header.value() != null) {
        plain.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return plain;
  }

  /// Topic, partition and offset.
  static String place(ConsumerRecord<?, ?> message) {
    return message.topic() + "/" + message.partition() + "/" + message.offset();
  }

  /// By the broker's clock. A time that the sender chose counts for nothing: such a record is as
  /// young as can be.
  static Instant appendedAt(ConsumerRecord<?, ?> message) {
    return message.timestampType() == TimestampType.LOG_APPEND_TIME
        ? Instant.ofEpochMilli(message.timestamp())
        : Instant.ofEpochMilli(Long.MAX_VALUE);
  }

  static String stored(Map<String, String> headers) {
    return JSON.writeValueAsString(headers);
  }

  static Map<String, String> stored(String headers) {
    return JSON.readValue(headers, HEADERS);
  }
}
