package poca.appointment.waitlist;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.access.relation.Relations;
import poca.contracts.UserId;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.DoctorRemoved;
import poca.contracts.fact.RelationFact.HospitalRemoved;
import poca.contracts.fact.RelationFact.PatientRemoved;
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
          var fact = delivery.fact();
          switch (fact) {
            case DoctorRemoved gone -> end(store, waitlist, relations, fact, gone.by());
            case PatientRemoved gone -> end(store, waitlist, relations, fact, gone.by());
            case HospitalRemoved gone -> end(store, waitlist, relations, fact, gone.by());
            default -> {} // relations alone end nothing
          }
        });
  }

  private static void end(
      WaitlistStore store,
      Waitlist waitlist,
      Relations relations,
      RelationFact fact,
      @Nullable UserId by) {
    var gone = fact.relation();
    relations.apply(gone);
    waitlist.cancelAll(store.open(gone.kind(), gone.left()), by);
  }
}
