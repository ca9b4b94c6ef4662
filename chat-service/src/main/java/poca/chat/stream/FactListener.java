package poca.chat.stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.contracts.fact.AiSessionFact;
import poca.contracts.fact.AppointmentFact;
import poca.contracts.fact.ChatFact;
import poca.contracts.fact.MessageFact;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.WaitlistFact;
import poca.platform.event.Subscription;

/// Hears of what happens in all services.
@Configuration(proxyBeanMethods = false)
class FactListener {

  private static final String GROUP = "chat-service.stream";

  @Bean
  Subscription<MessageFact> streamedMessages(Happenings happenings) {
    return Subscription.to(MessageFact.TOPIC, GROUP, happenings::message);
  }

  @Bean
  Subscription<ChatFact> streamedChats(Happenings happenings) {
    return Subscription.to(ChatFact.TOPIC, GROUP, happenings::chat);
  }

  @Bean
  Subscription<AppointmentFact> streamedAppointments(Happenings happenings) {
    return Subscription.to(AppointmentFact.TOPIC, GROUP, happenings::appointment);
  }

  @Bean
  Subscription<WaitlistFact> streamedOffers(Happenings happenings) {
    return Subscription.to(WaitlistFact.TOPIC, GROUP, happenings::waitlist);
  }

  @Bean
  Subscription<AiSessionFact> streamedInterviews(Happenings happenings) {
    return Subscription.to(AiSessionFact.TOPIC, GROUP, happenings::interview);
  }

  @Bean
  Subscription<RelationFact> streamedRelations(Happenings happenings) {
    return Subscription.to(RelationFact.TOPIC, GROUP, happenings::relation);
  }
}
