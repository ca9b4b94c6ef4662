package poca.chat.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import poca.chat.chat.Chats.ChatRemoved;
import poca.chat.message.Deliveries.ProgressMade;
import poca.chat.message.Sending.MessageStored;
import poca.contracts.fact.ChatFact;
import poca.contracts.fact.ChatFact.ChatDeleted;
import poca.contracts.fact.ChatFact.ChatOpened;
import poca.contracts.fact.MessageFact;
import poca.contracts.fact.MessageFact.MessageSent;
import poca.contracts.fact.MessageFact.MessagesMarked;
import poca.contracts.fact.TypingFact;
import poca.contracts.fact.TypingFact.PartyTyped;
import poca.platform.event.Subscription;

/// Hears of new messages: at once from this instance, over the bus from the others.
@Configuration(proxyBeanMethods = false)
class LiveListener {

  @Bean
  Subscription<MessageFact> liveMessages(LiveChats live) {
    return Subscription.to(
            MessageFact.TOPIC,
            "chat-service.live",
            delivery -> {
              switch (delivery.fact()) {
                case MessageSent sent -> live.reached(sent.chat(), sent.seq());
                case MessagesMarked marked -> live.progressed(marked.chat());
              }
            })
        .onEveryInstance();
  }

  @Bean
  Subscription<TypingFact> liveTyping(LiveChats live) {
    return Subscription.to(
            TypingFact.TOPIC,
            "chat-service.live",
            delivery -> {
              switch (delivery.fact()) {
                case PartyTyped typed -> live.typed(typed);
              }
            })
        .onEveryInstance();
  }

  @Bean
  Subscription<ChatFact> liveChatsGone(LiveChats live) {
    return Subscription.to(
            ChatFact.TOPIC,
            "chat-service.live",
            delivery -> {
              switch (delivery.fact()) {
                case ChatDeleted deleted -> live.gone(deleted.chat());
                case ChatOpened _ -> {}
              }
            })
        .onEveryInstance();
  }

  @Bean
  OnThisInstance onThisInstance(LiveChats live) {
    return new OnThisInstance(live);
  }

  record OnThisInstance(LiveChats live) {

    @EventListener
    void on(MessageStored stored) {
      live.reached(stored.chat(), stored.seq());
    }

    @EventListener
    void on(ProgressMade made) {
      made.chats().forEach(live::progressed);
    }

    @EventListener
    void on(ChatRemoved gone) {
      live.gone(gone.chat());
    }
  }
}
