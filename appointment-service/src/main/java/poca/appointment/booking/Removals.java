package poca.appointment.booking;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.DoctorRemoved;
import poca.contracts.fact.RelationFact.HospitalRemoved;
import poca.contracts.fact.RelationFact.PatientRemoved;
import poca.platform.event.Subscription;

/// When a doctor, a patient or a hospital is deleted, its coming appointments are cancelled in the
/// name of the admin who did it (contract 4.3).
@Configuration(proxyBeanMethods = false)
class Removals {

  @Bean
  Subscription<RelationFact> whoeverLeaves(
      Appointments appointments, Lifecycle lifecycle, Clock clock) {
    return Subscription.to(
        RelationFact.TOPIC,
        "appointment-service.removals",
        delivery -> {
          switch (delivery.fact()) {
            case DoctorRemoved gone ->
                lifecycle.cancelAll(
                    appointments.comingOf(gone.doctor(), clock.instant()), gone.by());
            case PatientRemoved gone ->
                lifecycle.cancelAll(
                    appointments.comingOf(gone.patient(), clock.instant()), gone.by());
            case HospitalRemoved gone ->
                lifecycle.cancelAll(
                    appointments.comingOf(gone.hospital(), clock.instant()), gone.by());
            default -> {} // relations alone cancel nothing
          }
        });
  }
}
