package poca.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import poca.contracts.Uuids;

/// Says which part of a list is asked for (contract 1.8). As a handler's parameter it is read from
/// the query.
///
/// @param skip rows to pass over, from 0
/// @param limit rows to return, 1 to 200
/// @param cursor an opaque place in the list, instead of `skip`
public record Paging(int skip, int limit, @Nullable String cursor) {

  static final int LARGEST = 200;
  static final int USUAL = 100;

  private static final String SEPARATOR = "\n";

  /// Makes the cursor of the place behind a row.
  ///
  /// @param list the name of the list and everything that filters it: a cursor is good for that
  ///   list only
  /// @param keys the row's sort keys
  public static String cursorOf(String list, Object... keys) {
    var text = new StringBuilder(fingerprint(list));
    for (var key : keys) {
      text.append(SEPARATOR).append(key);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// The sort keys that the cursor names, empty without a cursor.
  ///
  /// @throws Refusal 422 if the cursor is not from this list and filter
  public Optional<List<String>> after(String list, int keys) {
    if (cursor == null) {
      return Optional.empty();
    }
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      var parts = Arrays.asList(text.split(SEPARATOR, -1));
      if (parts.size() == keys + 1 && parts.getFirst().equals(fingerprint(list))) {
        return Optional.of(parts.subList(1, parts.size()));
      }
    } catch (IllegalArgumentException notBase64) {
      // as any other cursor that we did not make
    }
    throw badCursor();
  }

  /// A place in a list that is ordered by a time and an id.
  public record Place(Instant at, UUID id) {}

  /// The place behind which the page begins, in a list that is ordered by a time and an id; empty
  /// without a cursor.
  ///
  /// @throws Refusal 422 if the cursor is not from this list and filter
  public Optional<Place> afterPlace(String list) {
    return after(list, 2).map(keys -> new Place(timeOf(keys.get(0)), idOf(keys.get(1))));
  }

  private static UUID idOf(String key) {
    try {
      return Uuids.parse(key);
    } catch (IllegalArgumentException notOurs) {
      throw badCursor();
    }
  }

  /// How many rows a page reads: one more than it shows tells whether another follows.
  public int oneMore() {
    return limit + 1;
  }

  /// Makes the page of the rows that were read for it, in a list that nobody counts.
  ///
  /// @param list as in [#cursorOf]
  /// @param rows up to [#oneMore] of them
  /// @param keys a row's sort keys
  public <T> Page<T> page(String list, List<T> rows, Function<? super T, List<?>> keys) {
    return page(list, rows, keys, null);
  }

  /// Makes the page of the rows that were read for it.
  ///
  /// @param list as in [#cursorOf]
  /// @param rows up to [#oneMore] of them
  /// @param keys a row's sort keys
  /// @param total of all pages, asked for on the first ones only
  public <T> Page<T> countedPage(
      String list, List<T> rows, Function<? super T, List<?>> keys, LongSupplier total) {
    return page(list, rows, keys, cursor == null ? total.getAsLong() : null);
  }

  private <T> Page<T> page(
      String list, List<T> rows, Function<? super T, List<?>> keys, @Nullable Long total) {
    var shown = rows.subList(0, Math.min(rows.size(), limit));
    return new Page<>(
        shown,
        total,
        rows.size() > limit ? cursorOf(list, keys.apply(shown.getLast()).toArray()) : null);
  }

  /// Reads a time from a cursor's keys.
  ///
  /// @throws Refusal 422 for what is none that the database knows
  public static Instant timeOf(String key) {
    try {
      return JsonRules.instant(key);
    } catch (DateTimeException notOurs) {
      throw badCursor();
    }
  }

  /// @throws Refusal 422, for a cursor whose keys cannot be read
  public static Refusal badCursor() {
    return Refusal.invalid("query", "cursor", "value_error", "Not a cursor of this list");
  }

  private static String fingerprint(String list) {
    return Integer.toHexString(list.hashCode());
  }
}
