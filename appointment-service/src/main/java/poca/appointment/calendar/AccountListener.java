package poca.appointment.calendar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.contracts.fact.AccountFact;
import poca.platform.event.Subscription;

@Configuration(proxyBeanMethods = false)
class AccountListener {

  @Bean
  Subscription<AccountFact> accountsOfCalendars(CalendarFeeds feeds) {
    return Subscription.to(
        AccountFact.TOPIC,
        "appointment-service.calendars",
        delivery -> feeds.apply(delivery.fact()));
  }
}
