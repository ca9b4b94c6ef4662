package poca.access.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import poca.access.audit.AuditStore.Tip;
import poca.contracts.fact.AuditFact;
import poca.contracts.fact.AuditFact.EntriesSealed;
import poca.platform.IdSource;
import poca.platform.event.Outbox;
import poca.platform.event.Subscription;
import poca.platform.peer.Peers;

/// For every service with a database.
@AutoConfiguration(
    afterName = {
      "poca.platform.event.EventConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration"
    })
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean(DataSource.class)
class AuditConfiguration {

  @Bean
  AuditStore auditStore(DataSource database) {
    return new AuditStore(JdbcClient.create(database), new NamedParameterJdbcTemplate(database));
  }

  @Bean
  AuditHashes auditSeals(@Value("${poca.audit.key:}") String key) {
    return new AuditHashes(key);
  }

  @Bean
  Audit audit(
      AuditStore store,
      AuditHashes auditHashes,
      PlatformTransactionManager transactions,
      Outbox outbox,
      IdSource ids,
      Clock clock) {
    var together = new TransactionTemplate(transactions);
    var apart =
        new GroupCommit(rows -> {
          if (rows.size() == 1) {
            store.add(rows);
          } else {
            together.executeWithoutResult(_ -> store.add(rows));
          }
        });
    return new Audit(store, apart, auditHashes, together, outbox, ids, clock);
  }

  @Bean
  Sealer auditSealer(
      AuditStore store,
      AuditHashes auditHashes,
      Outbox outbox,
      PlatformTransactionManager transactions,
      Clock clock,
      @Value("${spring.application.name}") String service) {
    return new Sealer(
        store, auditHashes, outbox, new TransactionTemplate(transactions), clock, service);
  }

  /// @param witness the service that remembers how far this one's chain has come
  @Bean
  AuditProof auditProof(
      AuditStore store,
      AuditHashes auditHashes,
      PlatformTransactionManager transactions,
      Peers peers,
      @Value("${poca.audit.witness:directory-service}") String witness,
      @Value("${spring.application.name}") String service) {
    var snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    return new AuditProof(
        store,
        auditHashes,
        snapshot,
        () -> peers.of(witness).get("/internal/audit/witness/{service}", Tip.class, service),
        service);
  }

  /// @param of whose chains this service remembers
  @Bean
  @ConditionalOnProperty("poca.audit.witness-of")
  Subscription<AuditFact> auditWitness(
      AuditStore store,
      @Value("${poca.audit.witness-of}") List<String> of,
      @Value("${spring.application.name}") String service) {
    return Subscription.to(
        AuditFact.TOPIC,
        service + ".audit-witness",
        delivery -> {
          switch (delivery.fact()) {
            case EntriesSealed piece when of.contains(piece.service()) ->
                store.witness(piece.service(), new Tip(piece.last(), piece.after()));
            case EntriesSealed _ -> {
              // another witness's
            }
          }
        });
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  static class Edge {

    @Bean
    AuditController auditController(AuditProof proof, AuditStore store) {
      return new AuditController(proof, store);
    }

    @Bean
    RefusalAuditor refusalsAudited(Audit audit, ObjectProvider<MeterRegistry> meters) {
      var registry = meters.getIfUnique();
      if (registry == null) {
        return new RefusalAuditor(audit, () -> {});
      }
      var missing =
          Counter.builder("audit.missing")
              .description("uses of audited routes that left no row")
              .register(registry);
      return new RefusalAuditor(audit, missing::increment);
    }

    @Bean
    WebMvcConfigurer auditedRoutes(RefusalAuditor refusals) {
      return new WebMvcConfigurer() {
        @Override
        public void addInterceptors(InterceptorRegistry registry) {
          registry.addInterceptor(refusals);
        }
      };
    }
  }
}
