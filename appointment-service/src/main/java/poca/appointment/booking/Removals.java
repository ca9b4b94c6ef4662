package poca.appointment.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.access.relation.Relations;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.Relation;
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
          var relation = delivery.fact().relation();
          if (relation.kind().isProfile() && !relation.active()) {
            relations.apply(relation);
            lifecycle.cancelAll(
                coming(appointments, relation, clock.instant()), delivery.fact().by());
          }
        });
  }

  private static List<Appointments.Coming> coming(
      Appointments appointments, Relation relation, Instant now) {
    return switch (relation.kind()) {
      case DOCTOR -> appointments.comingOf(new DoctorId(relation.left()), now);
      case PATIENT -> appointments.comingOf(new PatientId(relation.left()), now);
      case HOSPITAL -> appointments.comingOf(new HospitalId(relation.left()), now);
      // relations alone cancel nothing
      case TREATS, EMPLOYS, ADMITS, RELATED, OWNS_PATIENT, OWNS_HOSPITAL -> List.of();
    };
  }
}
