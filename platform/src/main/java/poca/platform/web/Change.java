package poca.platform.web;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A field of a partial update: not sent, cleared by an explicit `null`, or set. In a request
/// record, `Change<@NotNull @Size(max = 255) String>` is a field that may be left out but not
/// cleared.
public sealed interface Change<T> {

  record Unsent<T>() implements Change<T> {}

  record Cleared<T>() implements Change<T> {}

  record Set<T>(T value) implements Change<T> {}

  static <T> Change<T> unsent() {
    return new Unsent<>();
  }

  static <T> Change<T> to(@Nullable T value) {
    return value == null ? new Cleared<>() : new Set<>(value);
  }

  /// Calls `setter` with the new value, null when cleared; does nothing if the field was not sent.
  default void apply(Consumer<@Nullable T> setter) {
    switch (this) {
      case Unsent<T> _ -> {}
      case Cleared<T> _ -> setter.accept(null);
      case Set<T>(var value) -> setter.accept(value);
    }
  }

  default boolean sent() {
    return !(this instanceof Unsent<T>);
  }

  /// The value that was set; empty when not sent or cleared.
  default Optional<T> newValue() {
    return this instanceof Set<T>(var value) ? Optional.of(value) : Optional.empty();
  }

  default <R> Change<R> map(Function<T, R> function) {
    return switch (this) {
      case Unsent<T> _ -> new Unsent<>();
      case Cleared<T> _ -> new Cleared<>();
      case Set<T>(var value) -> new Set<>(function.apply(value));
    };
  }
}
