package poca.platform.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import poca.contracts.fact.WriterKeys;
import poca.platform.IdSource;
import poca.platform.Seal;
import poca.platform.peer.Peers;

/// Everywhere: subscriptions on every instance. With a database: the outbox and shared
/// subscriptions.
@AutoConfiguration(
    after = KafkaAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration"
    })
class EventConfiguration {

  @Bean
  Broker eventBroker(
      KafkaProperties properties,
      KafkaConnectionDetails connection,
      @Value("${spring.application.name}") String service,
      @Value("${poca.kafka.replication:1}") int replication) {
    return new Broker(properties, connection, service, replication);
  }

  @Bean
  FactCodec factCodec(@Value("${spring.application.name}") String service) {
    return new FactCodec(service);
  }

  /// auth-service keeps the register itself.
  @Bean
  @ConditionalOnMissingBean
  WriterKeys writerKeys(Peers peers) {
    return new RemoteWriterKeys(peers);
  }

  @Bean
  ProvenFacts provenFacts(
      FactCodec codec, ObjectProvider<WriterKeyStore> store, WriterKeys register, Clock clock) {
    return new ProvenFacts(codec, new KnownWriters(store.getIfAvailable(), register, clock));
  }

  @Bean
  ForeignFacts foreignFacts(
      ObjectProvider<ForeignFactTable> table, ObjectProvider<MeterRegistry> meters) {
    var kept = table.getIfAvailable();
    return new ForeignFacts(kept == null ? (_, _) -> {} : kept::add, meters.getIfUnique());
  }

  /// Makes readings of shared subscriptions, where there is a database.
  interface Sharing {
    GroupConsumer<?> reading(Subscription<?> subscription);
  }

  @Bean
  Subscriptions subscriptions(
      Broker broker,
      ProvenFacts facts,
      ForeignFacts foreign,
      Clock clock,
      ObjectProvider<Subscription<?>> subscriptions,
      ObjectProvider<Sharing> sharing,
      ObjectProvider<ParkedFacts> parked) {
    var shared = sharing.getIfAvailable();
    return new Subscriptions(
        broker,
        List.copyOf(subscriptions.orderedStream().toList()),
        subscription -> new BroadcastConsumer<>(subscription, broker, facts, foreign, clock),
        shared == null ? null : shared::reading,
        parked.getIfAvailable());
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(Tracer.class)
  static class Tracing {

    @Bean
    Traces eventTraces(ObjectProvider<Tracer> tracers, ObjectProvider<Propagator> propagators) {
      var tracer = tracers.getIfAvailable();
      var propagator = propagators.getIfAvailable();
      return tracer == null || propagator == null
          ? Traces.NONE
          : new MicrometerTraces(tracer, propagator);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(JdbcClient.class)
  @ConditionalOnBean(DataSource.class)
  @EnableConfigurationProperties(EventSettings.class)
  static class WithDatabase {

    @Bean
    WriterKeyStore writerKeyStore(
        DataSource database, PlatformTransactionManager transactions, Clock clock) {
      return new WriterKeyStore(
          JdbcClient.create(database), new TransactionTemplate(transactions), clock);
    }

    @Bean
    FactSigner factSigner(
        DataSource database,
        PlatformTransactionManager transactions,
        WriterKeys register,
        WriterKeyStore store,
        EventSettings settings,
        Clock clock,
        @Value("${spring.application.name}") String service,
        @Value("${poca.service-secret:}") String secret) {
      return new FactSigner(
          new SigningPairs(
              service,
              JdbcClient.create(database),
              new TransactionTemplate(transactions),
              new Seal(secret, "poca keys for signing facts of " + service),
              register,
              store,
              settings.keyRotation(),
              clock),
          clock);
    }

    @Bean
    Announcements announcements(
        Broker broker, FactCodec codec, FactSigner signer, IdSource ids, Clock clock) {
      return new Announcements(broker, codec, signer, ids, clock);
    }

    @Bean
    OutboxMetrics outboxMetrics(DataSource database) {
      return new OutboxMetrics(JdbcClient.create(database));
    }

    @Bean
    Relay outboxRelay(
        DataSource database,
        Broker broker,
        FactSigner signer,
        OutboxMetrics metrics,
        ObjectProvider<MeterRegistry> meters) {
      var registry = meters.getIfUnique();
      if (registry == null) {
        return new Relay(unpooled(database), broker, signer, _ -> {}, Relay.LOOK_ANYWAY);
      }
      var relayed = metrics.register(registry);
      return new Relay(unpooled(database), broker, signer, relayed::increment, Relay.LOOK_ANYWAY);
    }

    private static DataSource unpooled(DataSource database) {
      return DataSourceBuilder.derivedFrom(database).type(SimpleDriverDataSource.class).build();
    }

    @Bean
    @ConditionalOnMissingBean
    Outbox outbox(
        DataSource database,
        FactCodec codec,
        IdSource ids,
        Clock clock,
        ObjectProvider<Traces> traces,
        Relay relay) {
      return new Outbox(
          JdbcClient.create(database),
          codec,
          ids,
          clock,
          traces.getIfAvailable(() -> Traces.NONE),
          relay::wake);
    }

    @Bean
    ParkedFacts parkedFacts(
        DataSource database,
        PlatformTransactionManager transactions,
        Outbox outbox,
        IdSource ids,
        Clock clock,
        EventSettings settings) {
      return new ParkedFacts(
          JdbcClient.create(database),
          new TransactionTemplate(transactions),
          outbox,
          ids,
          clock,
          settings);
    }

    @Bean
    Sharing sharing(
        DataSource database,
        PlatformTransactionManager transactions,
        ProvenFacts facts,
        ForeignFacts foreign,
        ParkedFacts parked,
        ObjectProvider<Traces> traces) {
      var jdbc = JdbcClient.create(database);
      var each = new TransactionTemplate(transactions);
      var trace = traces.getIfAvailable(() -> Traces.NONE);
      return subscription ->
          new GroupConsumer<>(subscription, facts, foreign, each, jdbc, parked, trace);
    }

    @Bean
    DeadLetterHealth deadLettersHealthIndicator(ParkedFacts parked) {
      return new DeadLetterHealth(parked);
    }

    @Bean
    ForeignFactTable foreignFactTable(DataSource database, Clock clock) {
      return new ForeignFactTable(JdbcClient.create(database), clock);
    }

    @Bean
    ForeignFactHealth foreignFactsHealthIndicator(ForeignFactTable foreign) {
      return new ForeignFactHealth(foreign);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    DeadLetterController deadLetterController(ParkedFacts parked) {
      return new DeadLetterController(parked);
    }
  }
}
