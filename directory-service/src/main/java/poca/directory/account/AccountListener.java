package poca.directory.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.contracts.fact.AccountFact;
import poca.platform.event.Subscription;

@Configuration(proxyBeanMethods = false)
class AccountListener {

  @Bean
  Subscription<AccountFact> accountCopy(Accounts accounts) {
    return Subscription.to(
        AccountFact.TOPIC, "directory.accounts", delivery -> accounts.apply(delivery.fact()));
  }
}
