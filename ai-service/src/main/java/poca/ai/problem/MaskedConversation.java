package poca.ai.problem;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import poca.ai.reading.Story;

/// A conversation with blanks in place of names, so that nothing is read from them: who is called
/// "Fever" has none. Everything else keeps its place.
final class MaskedConversation {

  private static final int SHORTEST = 3;

  private static final Pattern INTRODUCED =
      Pattern.compile(
          "(?i:\\b(?:my (?:full |first |last )?name(?: is|'s)|name:|i am called|i'm called)) +(?<name>[\\p{L}'’-]{1,40}(?: \\p{Lu}[\\p{L}'’-]{0,40}){0,3})");

  private MaskedConversation() {}

  /// @param names of the people it is about
  static List<Story.Exchange> of(List<Story.Exchange> said, Set<String> names) {
    return said.stream().map(exchange -> unnamed(exchange, names)).toList();
  }

  private static Story.Exchange unnamed(Story.Exchange exchange, Set<String> names) {
    var text = exchange.message();
    var blanked =
        INTRODUCED.matcher(text).replaceAll(found -> blanked(found.group(), found.group("name")));
    for (var name : names) {
      for (var part : name.split("[\\s.,]+")) {
        if (part.length() >= SHORTEST && Character.isUpperCase(part.codePointAt(0)))
          blanked =
              Pattern.compile("(?<![\\p{L}])" + Pattern.quote(part) + "(?![\\p{L}])")
                  .matcher(blanked)
                  .replaceAll(" ".repeat(part.length()));
      }
    }
    // What was read of it with a name is read again.
    return blanked.equals(text)
        ? exchange
        : new Story.Exchange(
            exchange.messageId(),
            blanked,
            exchange.response(),
            exchange.isSummary(),
            exchange.askedFor(),
            null);
  }

  private static String blanked(String whole, String name) {
    return whole.substring(0, whole.length() - name.length()) + " ".repeat(name.length());
  }
}
