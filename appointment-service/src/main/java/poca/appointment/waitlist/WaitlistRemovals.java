package poca.appointment.waitlist;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.access.relation.Relations;
import poca.contracts.fact.RelationFact;
import poca.platform.event.Subscription;

/// When a doctor, a patient or a hospital is deleted, nobody waits for it or as it any longer. As
/// with appointments the copy of the relations is made sure of first.
@Configuration(proxyBeanMethods = false)
class WaitlistRemovals {

  @Bean
  Subscription<RelationFact> whoeverWaitsNoLonger(
      WaitlistStore store, Waitlist waitlist, Relations relations) {
    return Subscription.to(
        RelationFact.TOPIC,
        "appointment-service.waitlist-removals",
        delivery -> {
          var gone = delivery.fact().relation();
          if (gone.kind().isProfile() && !gone.active()) {
            relations.apply(gone);
            waitlist.cancelAll(store.open(gone.kind(), gone.left()), delivery.fact().by());
          }
        });
  }
}
