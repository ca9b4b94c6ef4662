package poca.chat.stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.event.TransactionalEventListener;
import poca.contracts.fact.EventFact;
import poca.contracts.fact.EventFact.EventsStored;
import poca.platform.event.Subscription;

/// Hears that streams have come further: at once from this instance, over the bus from the others.
@Configuration(proxyBeanMethods = false)
class StreamListener {

  @Bean
  Subscription<EventFact> liveEvents(LiveStreams streams) {
    return Subscription.to(
            EventFact.TOPIC,
            "chat-service.live-streams",
            delivery -> {
              switch (delivery.fact()) {
                case EventsStored stored -> streams.reached(stored.reached());
              }
            })
        .onEveryInstance();
  }

  @Bean
  CommittedHere committedHere(LiveStreams streams) {
    return new CommittedHere(streams);
  }

  record CommittedHere(LiveStreams streams) {

    @TransactionalEventListener
    void on(EventsStored stored) {
      streams.reached(stored.reached());
    }
  }
}
