package poca.platform.event;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import poca.contracts.fact.Fact;
import poca.contracts.fact.Topic;
import poca.platform.IdSource;

/// Tells facts that no transaction makes true and that may be lost: heartbeats. Everything else
/// goes through the [Outbox].
public final class Announcements implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Announcements.class);

  private final Broker broker;
  private final FactCodec codec;
  private final FactSigner signer;
  private final IdSource ids;
  private final Clock clock;
  private final Outage outage = new Outage(log, "broker of announcements");
  private @Nullable KafkaProducer<String, byte[]> producer;

  Announcements(Broker broker, FactCodec codec, FactSigner signer, IdSource ids, Clock clock) {
    this.broker = broker;
    this.codec = codec;
    this.signer = signer;
    this.ids = ids;
    this.clock = clock;
  }

  /// Hands the fact to the broker's client and does not wait for an answer. Without a broker it is
  /// dropped, at most a few seconds later; the service's log says so once.
  public synchronized <F extends Fact> void announce(Topic<F> topic, F fact) {
    try {
      broker.ensure(topic.name(), Broker.cleanup(topic));
      var body = codec.body(fact);
      var message = new ProducerRecord<>(topic.name(), fact.key(), body);
      var headers = codec.headers(fact, ids.next(), clock.instant(), null);
      signer
          .signed(topic.name(), fact.key(), headers, body)
          .forEach(
              (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      producer()
          .send(
              message,
              (_, failed) -> {
                if (failed == null) {
                  outage.ended();
                } else {
                  outage.began(failed);
                }
              });
    } catch (Broker.OutOfReach | KeysOutOfReach | KafkaException e) {
      outage.began(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private KafkaProducer<String, byte[]> producer() {
    var current = producer;
    if (current == null) {
      current = broker.producer("announcements");
      producer = current;
    }
    return current;
  }

  @Override
  public synchronized void destroy() {
    if (producer != null) {
      producer.close(java.time.Duration.ofSeconds(1));
      producer = null;
    }
  }
}
