package poca.access.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.access.session.SessionCheck.SessionStatus;
import poca.contracts.fact.SessionFact;
import poca.platform.event.Subscription;
import poca.platform.peer.Peers;
import poca.platform.web.Refusal;

/// Everywhere but in auth-service, which knows and brings its own [SessionCheck].
@AutoConfiguration
class SessionConfiguration {

  private static final Logger log = LoggerFactory.getLogger(SessionConfiguration.class);

  /// A token's life and what clocks and the broker may be off.
  private static final Duration MARGIN = Duration.ofMinutes(5);

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingBean(SessionCheck.class)
  static class View {

    private final Duration kept;

    View(@Value("${poca.access-token-expire-minutes:30}") long tokenMinutes) {
      this.kept = Duration.ofMinutes(tokenMinutes).plus(MARGIN);
    }

    @Bean
    SessionView sessionView(Peers peers, Clock clock, ApplicationEventPublisher events) {
      return new SessionView(askingThrough(peers), clock, kept, events::publishEvent);
    }

    @Bean
    Subscription<SessionFact> sessionEndings(
        SessionView view, @Value("${spring.application.name}") String service) {
      return Subscription.to(
              SessionFact.TOPIC, service + ".sessions", delivery -> view.on(delivery.fact()))
          .onEveryInstance(kept);
    }
  }

  record Answer(String verdict) {}

  static SessionCheck askingThrough(Peers peers) {
    return (session, account) -> {
      try {
        return peers
            .of("auth-service")
            .get("/internal/sessions/{sid}?account={user}", Answer.class, session, account)
            .map(answer -> SessionStatus.valueOf(answer.verdict().toUpperCase(Locale.ROOT)))
            .orElse(SessionStatus.ENDED);
      } catch (Refusal unreachable) {
        return SessionStatus.UNKNOWN;
      } catch (IllegalArgumentException misconfigured) {
        log.error("auth-service cannot be asked", misconfigured);
        return SessionStatus.UNKNOWN;
      }
    };
  }
}
