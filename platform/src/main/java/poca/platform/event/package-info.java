/// Facts between services: the outbox and its relay, subscriptions, and what happens to a fact that
/// cannot be handled.
@NullMarked
package poca.platform.event;

import org.jspecify.annotations.NullMarked;
