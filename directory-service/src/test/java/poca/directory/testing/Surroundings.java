package poca.directory.testing;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.function.DoubleSupplier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import poca.access.session.SessionCheck;
import poca.contracts.fact.RelationFact;
import poca.platform.event.Subscription;

@TestConfiguration(proxyBeanMethods = false)
class Surroundings {

  @Bean
  Keys keys() {
    return new Keys();
  }

  @Bean
  JWKSource<SecurityContext> keySource(Keys keys) {
    return new ImmutableJWKSet<>(keys.publicKeys());
  }

  @Bean
  SessionCheck sessionsLive() {
    return (_, _) -> SessionCheck.Verdict.LIVE;
  }

  @Bean
  @Lazy
  Api api(Keys keys, MeterRegistry meters, Environment environment) {
    return Api.nobody(
        keys,
        notAudited(meters),
        environment.getRequiredProperty("local.server.port", Integer.class));
  }

  private static DoubleSupplier notAudited(MeterRegistry meters) {
    return () -> meters.get("audit.missing").counter().count();
  }

  @Bean
  FakeAuth fakeAuth(Keys keys, MeterRegistry meters, Environment environment) throws IOException {
    return new FakeAuth(
        keys,
        () ->
            Api.nobody(
                keys,
                notAudited(meters),
                environment.getRequiredProperty("local.server.port", Integer.class)));
  }

  @Bean
  DynamicPropertyRegistrar addressOfAuth(FakeAuth auth) {
    return registry -> registry.add("poca.peers.auth-service", auth::url);
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
