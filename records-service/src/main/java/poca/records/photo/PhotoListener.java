package poca.records.photo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.contracts.fact.PhotoFact;
import poca.contracts.fact.PhotoFact.PhotoSet;
import poca.platform.event.Subscription;

/// Hears which photos profiles have.
@Configuration(proxyBeanMethods = false)
class PhotoListener {

  @Bean
  Subscription<PhotoFact> photosSet(Photos photos) {
    return Subscription.to(
        PhotoFact.TOPIC,
        "records-service.photos",
        delivery -> {
          switch (delivery.fact()) {
            case PhotoSet set -> photos.apply(set);
          }
        });
  }
}
