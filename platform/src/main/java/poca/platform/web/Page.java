package poca.platform.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A part of a list, as [Paging] asked for it (contract 1.8).
///
/// @param items in the order of the list
/// @param total of all parts; null behind a cursor, and where nobody counts
/// @param nextCursor the place behind the last item; null at the end
public record Page<T>(List<T> items, @Nullable Long total, @Nullable String nextCursor) {

  /// The same part in another form.
  public <R> Page<R> map(Function<? super T, ? extends R> form) {
    return new Page<>(items.stream().<R>map(form).toList(), total, nextCursor);
  }
}
