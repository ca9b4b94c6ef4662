package poca.ai.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Slang and abbreviations, from `clinical/slang.tsv`: what is typed, a tab, what it stands for,
/// and if it stands for that only in some company, a tab and the company.
///
/// `after:a|b` one of these words stands before it, `next:a|b` after it, `never:a|b` rules it out
/// when it stands before; `#` is any number, `^` the begin of a clause, `$` the end of one.
/// `as:capitals` is enough when it is written in capitals among words that are not.
final class Slang {

  /// Words that an abbreviation stands for, in place of so many typed ones.
  record Meaning(List<String> words, int typed) {}

  private record Entry(
      List<String> form,
      List<String> words,
      Set<String> after,
      Set<String> next,
      Set<String> never,
      boolean capitals) {}

  private static final Set<String> COMPANY = Set.of("after", "next", "never", "as");

  static final int LONGEST_FORM = 8;

  private static final Map<String, List<Entry>> BY_FIRST = read();

  private Slang() {}

  static boolean knows(String form) {
    return BY_FIRST.containsKey(form);
  }

  /// What a word stands for in any company, null when it is no slang or hangs on its neighbours.
  static @Nullable String always(String word) {
    for (var entry : BY_FIRST.getOrDefault(word, List.of())) {
      boolean plain = entry.after.isEmpty() && entry.next.isEmpty() && entry.never.isEmpty();
      if (plain && !entry.capitals && entry.form.size() == 1) return String.join(" ", entry.words);
    }
    return null;
  }

  /// All words that an expansion may bring in.
  static List<String> words() {
    return BY_FIRST.values().stream()
        .flatMap(List::stream)
        .flatMap(e -> e.words.stream())
        .distinct()
        .toList();
  }

  /// What stands at the word `at`, or null. Of two forms the longer one is meant.
  static @Nullable Meaning at(List<Tokeniser.Typed> typed, int at) {
    @Nullable Entry longest = null;
    for (var entry : BY_FIRST.getOrDefault(typed.get(at).text(), List.of())) {
      if ((longest == null || entry.form.size() > longest.form.size()) && fits(entry, typed, at))
        longest = entry;
    }
    return longest == null ? null : new Meaning(longest.words, longest.form.size());
  }

  private static boolean fits(Entry entry, List<Tokeniser.Typed> typed, int at) {
    int end = at + entry.form.size();
    if (end > typed.size()) return false;
    for (int i = 1; i < entry.form.size(); i++) {
      if (!typed.get(at + i).text().equals(entry.form.get(i))
          || typed.get(at + i).before().compareTo(Word.Break.COMMA) >= 0) return false;
    }
    boolean begins = typed.get(at).before().compareTo(Word.Break.COMMA) >= 0;
    boolean ends = end == typed.size() || typed.get(end).before().compareTo(Word.Break.COMMA) >= 0;
    boolean value = entry.next.contains("#") && ends && isValue(typed, end);
    if (value && typed.get(at).capitals()) return true;
    if (is(entry.never, begins || at == 0 ? "^" : typed.get(at - 1).text())) return false;
    if (entry.capitals && typed.get(at).capitals()) return true;
    if (entry.after.isEmpty() && entry.next.isEmpty()) return true;
    return is(entry.after, begins || at == 0 ? "^" : typed.get(at - 1).text())
        || is(entry.next, ends ? "$" : typed.get(end).text())
        || value;
  }

  /// "HR: 120", "RR - 28".
  private static boolean isValue(List<Tokeniser.Typed> typed, int at) {
    return at < typed.size()
        && typed.get(at).before() == Word.Break.COMMA
        && Character.isDigit(typed.get(at).text().charAt(0));
  }

  private static boolean is(Set<String> company, String word) {
    return company.contains(word)
        || (company.contains("#") && word.charAt(0) >= '0' && word.charAt(0) <= '9');
  }

  private static Map<String, List<Entry>> read() {
    var byFirst = new HashMap<String, List<Entry>>();
    for (var line : WordList.lines("slang.tsv")) {
      var columns = line.text().split("\t", -1);
      if (columns.length < 2 || columns.length > 3 || columns[0].isBlank() || columns[1].isBlank())
        throw line.wrong("is no `form TAB expansion` with an optional third column");
      var form = List.of(columns[0].split(" ", -1));
      if (form.size() > 4 || !columns[0].equals(CharacterNormaliser.bare(columns[0])))
        throw line.wrong("has a form of more than four words, or not in lower case");
      var company = new HashMap<String, Set<String>>();
      for (var part : columns.length == 3 ? columns[2].split(" ", -1) : new String[0]) {
        int colon = part.indexOf(':');
        if (colon < 0 || !COMPANY.contains(part.substring(0, colon)))
          throw line.wrong("has a company that is not after:, next:, never: or as:");
        var words = List.of(part.substring(colon + 1).split("\\|", -1));
        if (company.put(part.substring(0, colon), Set.copyOf(words)) != null)
          throw line.wrong("names a company twice");
      }
      var entries = byFirst.computeIfAbsent(form.getFirst(), _ -> new ArrayList<>());
      if (columns.length == 2 && entries.stream().anyMatch(e -> e.form.equals(form)))
        throw line.wrong("repeats a form");
      entries.add(
          new Entry(
              form,
              List.of(columns[1].split(" ", -1)),
              company.getOrDefault("after", Set.of()),
              company.getOrDefault("next", Set.of()),
              company.getOrDefault("never", Set.of()),
              company.containsKey("as")));
    }
    return Map.copyOf(byFirst);
  }
}
