package poca.directory.doctor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.contracts.fact.ChatFact;
import poca.platform.event.Subscription;

@Configuration(proxyBeanMethods = false)
class ChatListener {

  @Bean
  Subscription<ChatFact> chatCopyOfDoctors(ChatCopy chats) {
    return Subscription.to(
        ChatFact.TOPIC, "directory.chats", delivery -> chats.apply(delivery.fact()));
  }
}
