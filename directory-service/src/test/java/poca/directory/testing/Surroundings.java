package poca.directory.testing;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import poca.access.session.SessionCheck;
import poca.contracts.fact.RelationFact;
import poca.platform.event.Subscription;
import poca.testkit.world.AuditRows;
import poca.testkit.world.TestTokens;

@TestConfiguration(proxyBeanMethods = false)
@Import(TestTokens.class)
class Surroundings {

  @Bean
  SessionCheck sessionsLive() {
    return (_, _) -> SessionCheck.SessionStatus.LIVE;
  }

  @Bean
  @Lazy
  Api api(MeterRegistry meters, Environment environment) {
    return Api.nobody(
        () -> meters.get("audit.missing").counter().count(),
        environment.getRequiredProperty("local.server.port", Integer.class));
  }

  @Bean
  FakeAuth fakeAuth(ObjectProvider<Api> directory) {
    return new FakeAuth(directory::getObject);
  }

  @Bean
  DynamicPropertyRegistrar addressOfAuth(FakeAuth auth) {
    return auth.inPlaceOf("auth");
  }

  @Bean
  FakeRecords fakeRecords() {
    return new FakeRecords();
  }

  @Bean
  DynamicPropertyRegistrar addressOfRecords(FakeRecords records) {
    return records.inPlaceOf("records");
  }

  @Bean
  AuditRows auditRows(JdbcClient jdbc) {
    return new AuditRows(jdbc);
  }

  @Bean
  Facts facts() {
    return new Facts();
  }

  @Bean
  Subscription<RelationFact> toldFacts(Facts facts) {
    return Subscription.to(
        RelationFact.TOPIC, "directory.tests", delivery -> facts.add(delivery.fact()));
  }
}
