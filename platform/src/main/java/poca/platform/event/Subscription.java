package poca.platform.event;

import java.time.Duration;
import java.util.function.Consumer;
import poca.contracts.fact.Fact;
import poca.contracts.fact.Topic;

/// Declares how a feature listens to a topic. A bean of this type is started with the application.
///
/// As it comes, it suits a read model: the group shares the topic from its beginning, each fact is
/// handled in a transaction and its offset committed afterwards, so a fact may come twice and the
/// handler must apply only what is newer than what it has. A fact whose handler throws is tried
/// again, the later ones of its key wait for it, and in the end it becomes a dead letter.
public final class Subscription<F extends Fact> {

  enum Mode {
    SHARED,
    SHARED_ONCE,
    EVERY_INSTANCE
  }

  private final Topic<F> topic;
  private final String group;
  private final Consumer<Delivery<F>> handler;
  private final Mode mode;
  private final Duration back;

  private Subscription(
      Topic<F> topic, String group, Consumer<Delivery<F>> handler, Mode mode, Duration back) {
    this.topic = topic;
    this.group = group;
    this.handler = handler;
    this.mode = mode;
    this.back = back;
  }

  /// @param group `<service>.<feature>`, once per topic
  public static <F extends Fact> Subscription<F> to(
      Topic<F> topic, String group, Consumer<Delivery<F>> handler) {
    return new Subscription<>(topic, group, handler, Mode.SHARED, Duration.ZERO);
  }

  /// For effects that accumulate (send, charge, call a model): the event's id goes into the inbox
  /// in the handler's transaction, and a fact that is there already is passed over.
  public Subscription<F> once() {
    return new Subscription<>(topic, group, handler, Mode.SHARED_ONCE, Duration.ZERO);
  }

  /// For what every instance must hear itself, to tell its sockets: from the start of the instance
  /// on, outside a transaction, and nothing is tried again.
  public Subscription<F> onEveryInstance() {
    return onEveryInstance(Duration.ZERO);
  }

  /// @param back how far before the start of the instance to begin
  public Subscription<F> onEveryInstance(Duration back) {
    return new Subscription<>(topic, group, handler, Mode.EVERY_INSTANCE, back);
  }

  Topic<F> topic() {
    return topic;
  }

  String group() {
    return group;
  }

  Mode mode() {
    return mode;
  }

  Duration back() {
    return back;
  }

  void handle(Delivery<F> delivery) {
    handler.accept(delivery);
  }
}
