package poca.directory.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.contracts.fact.AuditFact;
import poca.platform.event.Subscription;

@Configuration(proxyBeanMethods = false)
class AuditListener {

  @Bean
  Subscription<AuditFact> auditCopy(AuditCopies copies) {
    return Subscription.to(
        AuditFact.TOPIC, "directory.audit", delivery -> copies.apply(delivery.fact()));
  }
}
