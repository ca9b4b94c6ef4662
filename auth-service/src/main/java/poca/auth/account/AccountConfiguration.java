package poca.auth.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import poca.contracts.UserId;
import poca.contracts.fact.RelationFact;
import poca.platform.event.Subscription;

@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

  @Bean
  WebMvcConfigurer adminSignUp(AdminSignUpInterceptor gate) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate).addPathPatterns(AdminSignUpInterceptor.PATH);
      }
    };
  }

  /// A profile that is gone takes its account along, whatever became of the command that deleted
  /// it.
  @Bean
  Subscription<RelationFact> accountsOfDeletedProfiles(Accounts accounts) {
    return Subscription.to(
        RelationFact.TOPIC,
        "auth.account",
        delivery -> {
          var relation = delivery.fact().relation();
          if (relation.kind().isProfile() && !relation.active()) {
            accounts.profileDeleted(new UserId(relation.left()), delivery.fact().by());
          }
        });
  }
}
