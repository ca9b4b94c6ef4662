package poca.testkit.agreement;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/// Holds every HTTP exchange of a service's integration tests against `docs/openapi.yaml`; import
/// it into their context. A test class whose exchanges differ from the document fails at its end.
@TestConfiguration(proxyBeanMethods = false)
public class Agreement {

  // Outside of whatever may refuse a request, so that the refusals are seen too.
  private static final int OUTSIDE = Ordered.HIGHEST_PRECEDENCE + 5;

  @Bean
  FilterRegistrationBean<ExchangeFilter> exchangesAgree(
      @Value("${spring.application.name}") String service) {
    var responseAgreement = new ResponseAgreement(service, ApiDocument.ofTheRepository());
    var filter =
        new FilterRegistrationBean<>(new ExchangeFilter(responseAgreement, Exchanges.OF_THIS_JVM));
    filter.setOrder(OUTSIDE);
    filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
    filter.setAsyncSupported(true);
    return filter;
  }
}
