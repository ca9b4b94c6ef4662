package poca.appointment.booking;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.access.relation.Relations;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.DoctorRemoved;
import poca.contracts.fact.RelationFact.HospitalRemoved;
import poca.contracts.fact.RelationFact.PatientRemoved;
import poca.platform.event.Subscription;

/// When a doctor, a patient or a hospital is deleted, its coming appointments are cancelled in the
/// name of the admin who did it (contract 4.3). The copy of the relations is made sure of first:
/// whoever is still booking holds its row ([Parties]) and is waited for, whoever comes later finds
/// nobody.
@Configuration(proxyBeanMethods = false)
class Removals {

  @Bean
  Subscription<RelationFact> whoeverLeaves(
      Appointments appointments, Lifecycle lifecycle, Relations relations, Clock clock) {
    return Subscription.to(
        RelationFact.TOPIC,
        "appointment-service.removals",
        delivery -> {
          var fact = delivery.fact();
          switch (fact) {
            case DoctorRemoved gone -> {
              relations.apply(fact.relation());
              lifecycle.cancelAll(appointments.comingOf(gone.doctor(), clock.instant()), gone.by());
            }
            case PatientRemoved gone -> {
              relations.apply(fact.relation());
              lifecycle.cancelAll(
                  appointments.comingOf(gone.patient(), clock.instant()), gone.by());
            }
            case HospitalRemoved gone -> {
              relations.apply(fact.relation());
              lifecycle.cancelAll(
                  appointments.comingOf(gone.hospital(), clock.instant()), gone.by());
            }
            default -> {} // relations alone cancel nothing
          }
        });
  }
}
