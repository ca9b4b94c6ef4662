package poca.access;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;
import poca.contracts.fact.Fact;
import poca.contracts.fact.Topic;
import poca.contracts.fact.Topics;
import poca.platform.event.Subscription;

/// Listens to every topic of the house, in a group and on this instance.
final class AllTopics implements BeanRegistrar {

  static final Queue<Fact> APPLIED = new ConcurrentLinkedQueue<>();

  @Override
  public void register(BeanRegistry registry, Environment environment) {
    for (var topic : Topics.ALL) {
      registry.registerBean(
          "shared " + topic.name(), Subscription.class, bean -> bean.supplier(_ -> to(topic)));
      registry.registerBean(
          "own " + topic.name(),
          Subscription.class,
          bean -> bean.supplier(_ -> to(topic).onEveryInstance()));
    }
  }

  private static <F extends Fact> Subscription<F> to(Topic<F> topic) {
    return Subscription.to(topic, group(topic), delivery -> APPLIED.add(delivery.fact()));
  }

  static String group(Topic<?> topic) {
    return "it.all." + topic.name();
  }
}
