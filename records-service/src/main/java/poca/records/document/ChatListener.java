package poca.records.document;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.contracts.fact.ChatFact;
import poca.contracts.fact.ChatFact.ChatDeleted;
import poca.contracts.fact.ChatFact.ChatOpened;
import poca.contracts.fact.MessageFact;
import poca.contracts.fact.MessageFact.MessageSent;
import poca.contracts.fact.MessageFact.MessagesMarked;
import poca.platform.event.Subscription;

/// Hears which documents were sent, and which chats are no more. Both may come twice.
@Configuration(proxyBeanMethods = false)
class ChatListener {

  @Bean
  Subscription<MessageFact> documentsSent(ChatCopies copies) {
    return Subscription.to(
        MessageFact.TOPIC,
        "records-service.documents-sent",
        delivery -> {
          switch (delivery.fact()) {
            case MessageSent sent when sent.document() != null ->
                copies.learn(
                    sent.document(),
                    List.of(new ChatCopies.Sent(sent.chat(), sent.doctor(), sent.patient())));
            case MessageSent _, MessagesMarked _ -> {}
          }
        });
  }

  @Bean
  Subscription<ChatFact> chatsGone(ChatCopies copies) {
    return Subscription.to(
        ChatFact.TOPIC,
        "records-service.chats-gone",
        delivery -> {
          switch (delivery.fact()) {
            case ChatDeleted deleted -> copies.gone(deleted.chat());
            case ChatOpened _ -> {}
          }
        });
  }
}
