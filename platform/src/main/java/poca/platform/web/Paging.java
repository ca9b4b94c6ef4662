package poca.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
