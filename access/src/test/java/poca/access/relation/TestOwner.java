package poca.access.relation;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.platform.web.Refusal;

/// A directory that knows what a test tells it.
@Configuration(proxyBeanMethods = false)
public class TestOwner {

  static final Map<String, Relation> KNOWN = new ConcurrentHashMap<>();
  static final AtomicBoolean AWAY = new AtomicBoolean();
  static final AtomicInteger ASKED = new AtomicInteger();
  static final Queue<Relation> ENDED = new ConcurrentLinkedQueue<>();

  static void knows(Relation relation) {
    KNOWN.put(name(relation.kind(), relation.left(), relation.right()), relation);
  }

  private static String name(RelationKind kind, UUID left, UUID right) {
    return kind + " " + left + " " + right;
  }

  @Bean
  RelationOwner testOwner() {
    return (kind, left, right) -> {
      ASKED.incrementAndGet();
      if (AWAY.get()) {
        throw Refusal.unavailable();
      }
      return Optional.ofNullable(KNOWN.get(name(kind, left, right)));
    };
  }

  @EventListener
  void on(RelationEnded ended) {
    ENDED.add(ended.relation());
  }
}
