package poca.ai.casehistory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.contracts.fact.RecordFact;
import poca.contracts.fact.RecordFact.CaseHistoryWritten;
import poca.contracts.fact.RecordFact.DocumentAttached;
import poca.contracts.fact.RecordFact.ReportWritten;
import poca.platform.event.Subscription;

@Configuration(proxyBeanMethods = false)
class RecordListener {

  @Bean
  Subscription<RecordFact> caseHistoriesWritten(Tasks tasks) {
    return Subscription.to(
        RecordFact.TOPIC,
        "ai-service.case-histories",
        delivery -> {
          switch (delivery.fact()) {
            case CaseHistoryWritten written -> tasks.note(written);
            case ReportWritten _, DocumentAttached _ -> {}
          }
        });
  }
}
