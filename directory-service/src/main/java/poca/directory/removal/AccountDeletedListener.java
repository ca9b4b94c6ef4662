package poca.directory.removal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.contracts.fact.AccountFact;
import poca.contracts.fact.AccountFact.AccountDeleted;
import poca.platform.event.Subscription;

/// An account that is gone takes its profile along, whatever became of the command that deleted it.
@Configuration(proxyBeanMethods = false)
class AccountDeletedListener {

  @Bean
  Subscription<AccountFact> profilesOfDeletedAccounts(Removals removals) {
    return Subscription.to(
        AccountFact.TOPIC,
        "directory.removals",
        delivery -> {
          if (delivery.fact() instanceof AccountDeleted deleted) {
            removals.remove(deleted.account().value(), deleted.by());
          }
        });
  }
}
