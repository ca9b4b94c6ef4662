package poca.ai.session;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.contracts.fact.MessageFact;
import poca.platform.event.Subscription;

@Configuration(proxyBeanMethods = false)
class MessageListener {

  @Bean
  Subscription<MessageFact> chatMessages(Attendance attendance) {
    return Subscription.to(MessageFact.TOPIC, "ai-service.session", attendance::on);
  }
}
