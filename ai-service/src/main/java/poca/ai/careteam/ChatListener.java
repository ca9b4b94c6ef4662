package poca.ai.careteam;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.contracts.fact.ChatFact;
import poca.platform.event.Subscription;

@Configuration(proxyBeanMethods = false)
class ChatListener {

  @Bean
  Subscription<ChatFact> chatFacts(Chats chats) {
    return Subscription.to(
        ChatFact.TOPIC, "ai-service.careteam", delivery -> chats.on(delivery.fact()));
  }
}
