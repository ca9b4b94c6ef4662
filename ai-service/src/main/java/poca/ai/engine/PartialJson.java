package poca.ai.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the beginning of a JSON object whose end has not come yet: its fields as far as they go. A
/// value that breaks off is none, but for a text, which is taken as far as it goes.
final class PartialJson {

  private final CharSequence json;
  private final Map<String, String> whole = new HashMap<>();
  private int at;

  private @Nullable String field;
  private String text = "";

  private PartialJson(CharSequence json) {
    this.json = json;
  }

  /// @param whole the values that are complete; texts without their quotation marks
  /// @param field whose text breaks off, null if none does
  /// @param text as far as it has come; never half a character
  record Fields(Map<String, String> whole, @Nullable String field, String text) {}

  /// Empty fields for what is no object, or holds more than texts and plain values.
  static Fields of(CharSequence json) {
    var partialJson = new PartialJson(json);
    partialJson.object();
    return new Fields(Map.copyOf(partialJson.whole), partialJson.field, partialJson.text);
  }

  private void object() {
    fence();
    if (!take('{')) return;
    do {
      var name = new StringBuilder();
      if (!string(name) || !take(':')) return;
      blanks();
      if (at >= json.length()) return;
      var value = new StringBuilder();
      if (json.charAt(at) == '"') {
        if (!string(value)) {
          field = name.toString();
          text = value.toString();
          return;
        }
      } else if (!plain(value)) {
        return;
      }
      whole.put(name.toString(), value.toString());
    } while (take(','));
  }

  /// Some models fence what they write.
  private void fence() {
    blanks();
    while (at < json.length() && json.charAt(at) == '`') at++;
    while (at < json.length() && at < 16 && Character.isLetter(json.charAt(at))) at++;
  }

  private void blanks() {
    while (at < json.length() && Character.isWhitespace(json.charAt(at))) at++;
  }

  private boolean take(char wanted) {
    blanks();
    if (at >= json.length() || json.charAt(at) != wanted) return false;
    at++;
    return true;
  }

  /// `true`, `12`, `null`: over when something follows.
  private boolean plain(StringBuilder into) {
    for (; at < json.length(); at++) {
      var c = json.charAt(at);
      if (c == ',' || c == '}' || Character.isWhitespace(c)) return true;
      if (!Character.isLetterOrDigit(c) && "+-.".indexOf(c) < 0) return false;
      into.append(c);
    }
    return false;
  }

  /// @return false if its end has not come
  private boolean string(StringBuilder into) {
    if (!take('"')) return false;
    while (at < json.length()) {
      var c = json.charAt(at++);
      if (c == '"') return true;
      if (c != '\\') into.append(c);
      else if (!escaped(into)) break;
    }
    var last = into.length() - 1;
    if (last >= 0 && Character.isHighSurrogate(into.charAt(last))) into.setLength(last);
    return false;
  }

  private boolean escaped(StringBuilder into) {
    if (at >= json.length()) return false;
    var c = json.charAt(at++);
    switch (c) {
      case 'n' -> into.append('\n');
      case 't' -> into.append('\t');
      case 'r' -> into.append('\r');
      case 'b' -> into.append('\b');
      case 'f' -> into.append('\f');
      case 'u' -> {
        if (at + 4 > json.length()) return false;
        try {
          into.append((char) Integer.parseInt(json, at, at + 4, 16));
        } catch (NumberFormatException broken) {
          return false;
        }
        at += 4;
      }
      default -> into.append(c);
    }
    return true;
  }
}
