package poca.recordstest;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import poca.contracts.fact.RecordFact;
import poca.platform.event.Subscription;

/// What the service told the others.
@TestConfiguration(proxyBeanMethods = false)
public class Facts {

  private static final List<RecordFact> TOLD = new CopyOnWriteArrayList<>();

  @Bean
  Subscription<RecordFact> everythingTold() {
    return Subscription.to(
            RecordFact.TOPIC, "records-test.facts", delivery -> TOLD.add(delivery.fact()))
        .onEveryInstance();
  }

  /// The kinds of facts about a patient, in their order.
  public static List<String> of(UUID patient) {
    return TOLD.stream()
        .filter(fact -> fact.patient().value().equals(patient))
        .map(fact -> fact.getClass().getSimpleName())
        .toList();
  }
}
