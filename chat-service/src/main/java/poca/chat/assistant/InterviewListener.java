package poca.chat.assistant;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.contracts.fact.AiSessionStateFact;
import poca.contracts.fact.AiSessionStateFact.AiSessionChanged;
import poca.platform.event.Subscription;

@Configuration(proxyBeanMethods = false)
class InterviewListener {

  @Bean
  Subscription<AiSessionStateFact> interviewStates(Interviews interviews) {
    return Subscription.to(
        AiSessionStateFact.TOPIC,
        "chat-service.assistant",
        delivery -> {
          switch (delivery.fact()) {
            case AiSessionChanged told -> interviews.apply(told);
          }
        });
  }
}
