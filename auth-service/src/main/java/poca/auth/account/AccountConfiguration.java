package poca.auth.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import poca.contracts.UserId;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.DoctorRemoved;
import poca.contracts.fact.RelationFact.HospitalRemoved;
import poca.contracts.fact.RelationFact.PatientRemoved;
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
          switch (delivery.fact()) {
            case DoctorRemoved f -> accounts.profileDeleted(new UserId(f.doctor().value()), f.by());
            case PatientRemoved f ->
                accounts.profileDeleted(new UserId(f.patient().value()), f.by());
            case HospitalRemoved f ->
                accounts.profileDeleted(new UserId(f.hospital().value()), f.by());
            default -> {}
          }
        });
  }
}
