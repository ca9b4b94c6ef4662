package poca.gateway.route;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

  @Bean
  RouteTable routeTable() {
    return RouteTable.ofProduct();
  }
}
