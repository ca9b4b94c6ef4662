package poca.access.relation;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.Relation;
import poca.platform.event.Subscription;
import poca.platform.peer.Peers;

/// For the services that keep a copy of the directory's relations: `poca.relations.enabled`.
@AutoConfiguration
class RelationConfiguration {

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty("poca.relations.enabled")
  static class Copy {

    @Bean
    @ConditionalOnMissingBean
    RelationOwner relationOwner(Peers peers) {
      return (kind, left, right) ->
          peers
              .of("directory-service")
              .get(
                  "/internal/relations/{kind}/{left}/{right}",
                  Relation.class,
                  kind.wire(),
                  left,
                  right);
    }

    @Bean
    SeparateConnections relationsApart(DataSource database) {
      return new SeparateConnections(database);
    }

    @Bean
    Relations relations(
        DataSource database, SeparateConnections separateConnections, RelationOwner owner) {
      return new Relations(JdbcClient.create(database), separateConnections.jdbc(), owner);
    }

    @Bean
    CareTeam careTeam(Relations relations) {
      return new CareTeam(relations);
    }

    @Bean
    Subscription<RelationFact> relationCopy(
        Relations relations, @Value("${spring.application.name}") String service) {
      return Subscription.to(
          RelationFact.TOPIC,
          service + ".relations",
          delivery -> relations.apply(delivery.fact().relation()));
    }

    /// Each instance makes sure of the copy before it tells its sockets to ask again: the one that
    /// shares the topic's partition may not have come to it yet.
    @Bean
    Subscription<RelationFact> relationEndings(
        Relations relations,
        ApplicationEventPublisher events,
        @Value("${spring.application.name}") String service) {
      return Subscription.to(
              RelationFact.TOPIC,
              service + ".relation-endings",
              delivery -> {
                var relation = delivery.fact().relation();
                relations.apply(relation);
                if (!relations.knownActive(relation.kind(), relation.left(), relation.right())) {
                  events.publishEvent(new RelationEnded(relation));
                }
              })
          .onEveryInstance();
    }
  }
}
