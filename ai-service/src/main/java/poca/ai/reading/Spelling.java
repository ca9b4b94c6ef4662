package poca.ai.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Brings what was typed to words that the phrase tables know.
///
/// Only what is no word of any list is changed, and only towards the own lexicon: a patient on a
/// statin is not "static". The distance is that of Damerau in its restricted form (optimal string
/// alignment), with slips of the hand cheaper than other letters.
final class Spelling {

  private static final int SHORTEST = 4;
  private static final int TWO_EDITS_FROM = 7;
  private static final int LONGEST = 24;

  private static final int LONGEST_RUN_TOGETHER = 48;

  private static final int SWAP = 8;
  private static final int DOUBLE = 8;
  private static final int SLIP = 9;
  private static final int LETTER = 10;
  private static final int FIRST_LETTER = 5;

  /// Letters beside each other on a keyboard, and vowels, are easily taken for each other.
  private static final String[] NEIGHBOURS = {
    "qw", "we", "er", "rt", "ty", "yu", "ui", "io", "op", "as", "sd", "df", "fg", "gh", "hj", "jk",
    "kl", "zx", "xc", "cv", "vb", "bn", "nm", "aq", "sw", "ed", "rf", "tg", "yh", "uj", "ik", "ol",
    "az", "sx", "dc", "fv", "gb", "hn", "jm", "ae", "ai", "ao", "au", "ei", "eo", "eu", "ou", "iy",
    "ey", "cs", "ck", "sz", "fv", "dt"
  };

  /// Short words that run together with others.
  private static final Set<String> SMALL =
      Set.of(
          "i", "a", "my", "is", "in", "of", "to", "no", "am", "on", "at", "it", "he", "we", "so",
          "me", "up", "an", "or", "the", "and", "has", "had", "she", "his", "her", "can", "not",
          "for", "out", "too", "im", "ive", "get", "got", "any", "all", "very", "have", "with",
          "cant", "dont", "from", "this");

  private static final boolean[][] CLOSE = close();
  private static final List<List<Own>> BY_LENGTH = byLength();

  /// @param whole whether a phrase names it, not only its stem
  private record Own(String word, int mask, boolean whole) {}

  private Spelling() {}

  /// The words that one typed word stands for, mostly itself; in the form of the phrase tables.
  ///
  /// @param typed in lower case, without accents and apostrophes
  /// @param name whether it was written like a name: with a capital inside a sentence
  static List<String> read(String typed, boolean name) {
    if (Lexicon.isVariant(typed)) return List.of(Lexicon.canonical(typed));
    if (isKnown(typed) || !isLetters(typed)) return List.of(unmasked(typed));
    var once = withoutRepeats(typed);
    if (once != null) return List.of(Lexicon.canonical(once));
    boolean isName = Lexicon.isName(typed);
    if (isName && name) return List.of(typed);
    // Possessives are not listed; without their apostrophe they look like plurals.
    boolean possessive = typed.endsWith("s") && isKnown(typed.substring(0, typed.length() - 1));
    var one = nearest(typed, possessive || isName ? DOUBLE : name ? SLIP : LETTER);
    if (one != null) return List.of(one);
    if (isName || possessive) return List.of(typed);
    var parts = parts(typed);
    if (parts != null) return parts;
    if (typed.length() >= TWO_EDITS_FROM) {
      var two = nearest(typed, name ? 2 * SLIP : 2 * LETTER);
      if (two != null) return List.of(two);
    }
    return List.of(typed);
  }

  static boolean isKnown(String typed) {
    return Lexicon.words().contains(typed)
        || Lexicon.isEnglish(typed)
        || Lexicon.isOfTheField(typed);
  }

  private static boolean isLetters(String typed) {
    for (int i = 0; i < typed.length(); i++)
      if (typed.charAt(i) < 'a' || typed.charAt(i) > 'z') return false;
    return true;
  }

  /// "su1cide": digits in place of letters, if that makes an own word.
  private static String unmasked(String typed) {
    if (typed.length() < SHORTEST || typed.length() > LONGEST || isKnown(typed)) return typed;
    boolean digit = false;
    var letters = new StringBuilder();
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      int at = "013457".indexOf(c);
      digit |= at >= 0;
      letters.append(at < 0 ? c : "oieast".charAt(at));
    }
    var word = letters.toString();
    return digit && Lexicon.words().contains(word) ? Lexicon.canonical(word) : typed;
  }

  /// "painnnn", "heeelp": three and more of a letter are two or one of it.
  private static @Nullable String withoutRepeats(String typed) {
    var runs = new ArrayList<int[]>();
    int start = 0;
    for (int at = 1; at <= typed.length(); at++) {
      if (at < typed.length() && typed.charAt(at) == typed.charAt(start)) continue;
      if (at - start > 2) runs.add(new int[] {start, at});
      start = at;
    }
    if (runs.isEmpty() || runs.size() > 4) return null;
    for (int choice = 0; choice < 1 << runs.size(); choice++) {
      var shorter = new StringBuilder();
      int from = 0;
      for (int run = 0; run < runs.size(); run++) {
        int keep = (choice >> run & 1) + 1;
        shorter.append(typed, from, runs.get(run)[0] + keep);
        from = runs.get(run)[1];
      }
      shorter.append(typed, from, typed.length());
      var word = shorter.toString();
      if (isKnown(word) || Lexicon.isVariant(word)) return word;
    }
    return null;
  }

  /// The own word nearest to what was typed, null when there is none or when two are as near.
  private static @Nullable String nearest(String typed, int most) {
    int length = typed.length();
    if (length < SHORTEST || length > LONGEST) return null;
    int edits = most > LETTER ? 2 : 1;
    int mask = mask(typed);
    int best = most + 1;
    @Nullable Own found = null;
    boolean tie = false;
    for (int other = Math.max(3, length - edits);
        other <= Math.min(BY_LENGTH.size() - 1, length + edits);
        other++) {
      for (var own : BY_LENGTH.get(other)) {
        if (Integer.bitCount(mask ^ own.mask) > 2 * edits) continue;
        int distance = distance(typed, own.word, Math.min(best, most));
        if (distance > most || distance > best) continue;
        if (found == null || distance < best) {
          found = own;
          tie = false;
        } else if (!sameForm(own, found)) {
          if (own.whole != found.whole) found = own.whole ? own : found;
          else if (!sameFamily(own.word, found.word)) tie = true;
          else if (better(own.word, found.word, typed)) found = own;
        }
        best = distance;
      }
    }
    return tie || found == null ? null : Lexicon.canonical(found.word);
  }

  private static boolean sameForm(Own a, Own b) {
    return Lexicon.canonical(a.word).equals(Lexicon.canonical(b.word));
  }

  /// Words that begin alike mean the same to the phrase tables: "faints" and "fainted".
  private static boolean sameFamily(String a, String b) {
    int common = commonStart(a, b);
    return common >= 5 || (common == 4 && Math.min(a.length(), b.length()) == 5);
  }

  private static boolean better(String a, String b, String typed) {
    int more = commonStart(a, typed) - commonStart(b, typed);
    return more > 0 || (more == 0 && a.compareTo(b) < 0);
  }

  private static int commonStart(String a, String b) {
    int at = 0;
    while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) at++;
    return at;
  }

  /// Weighted edits between two words, or more than `most`.
  private static int distance(String a, String b, int most) {
    int first = a.charAt(0) == b.charAt(0) || startsSwapped(a, b) ? 0 : FIRST_LETTER;
    if (first > most) return first;
    var before = new int[b.length() + 1];
    var above = new int[b.length() + 1];
    var row = new int[b.length() + 1];
    above[0] = 0;
    for (int j = 1; j <= b.length(); j++) above[j] = above[j - 1] + missing(b, j - 1);
    for (int i = 1; i <= a.length(); i++) {
      row[0] = above[0] + gap(a, i - 1);
      int least = row[0];
      for (int j = 1; j <= b.length(); j++) {
        char x = a.charAt(i - 1);
        char y = b.charAt(j - 1);
        int cost = above[j - 1] + (x == y ? 0 : CLOSE[x - 'a'][y - 'a'] ? SLIP : LETTER);
        cost = Math.min(cost, above[j] + gap(a, i - 1));
        cost = Math.min(cost, row[j - 1] + missing(b, j - 1));
        if (i > 1 && j > 1 && x == b.charAt(j - 2) && y == a.charAt(i - 2) && x != y)
          cost = Math.min(cost, before[j - 2] + SWAP);
        row[j] = cost;
        least = Math.min(least, cost);
      }
      if (least + first > most + SWAP) return most + 1;
      var spare = before;
      before = above;
      above = row;
      row = spare;
    }
    return above[b.length()] + first;
  }

  private static boolean startsSwapped(String a, String b) {
    return a.charAt(0) == b.charAt(1) && a.charAt(1) == b.charAt(0);
  }

  /// A vowel is left out sooner than another letter.
  private static int missing(String word, int at) {
    return "aeiou".indexOf(word.charAt(at)) >= 0 ? DOUBLE : gap(word, at);
  }

  /// A letter too many or too few is cheapest where the same one stands beside it.
  private static int gap(String word, int at) {
    return at > 0 && word.charAt(at) == word.charAt(at - 1) ? DOUBLE : SLIP;
  }

  /// The words of "chestpain" or "shortofbreath": the fewest own words that make the whole, null
  /// when there are none.
  static @Nullable List<String> parts(String typed) {
    int length = typed.length();
    if (length < 5 || length > LONGEST_RUN_TOGETHER) return null;
    var cost = new int[length + 1];
    var from = new int[length + 1];
    Arrays.fill(cost, Integer.MAX_VALUE);
    cost[0] = 0;
    for (int end = 1; end <= length; end++) {
      for (int start = Math.max(0, end - LONGEST); start < end; start++) {
        if (cost[start] == Integer.MAX_VALUE) continue;
        int part = part(typed.substring(start, end));
        if (part > 0 && cost[start] + part < cost[end]) {
          cost[end] = cost[start] + part;
          from[end] = start;
        }
      }
    }
    if (cost[length] == Integer.MAX_VALUE) return null;
    var parts = new ArrayList<String>();
    boolean substance = false;
    for (int end = length; end > 0; end = from[end]) {
      var part = typed.substring(from[end], end);
      substance |= part.length() >= SHORTEST && !SMALL.contains(part);
      parts.addFirst(Lexicon.canonical(part));
    }
    return substance && parts.size() <= 8 ? parts : null;
  }

  /// What a part costs: many small words are a worse reading than few long ones. 0 is no part.
  private static int part(String part) {
    if (SMALL.contains(part)) return part.length() < 3 ? 14 : 12;
    return part.length() >= 3 && Lexicon.words().contains(part) ? 10 : 0;
  }

  private static int mask(String word) {
    int mask = 0;
    for (int i = 0; i < word.length(); i++) mask |= 1 << (word.charAt(i) - 'a');
    return mask;
  }

  private static boolean[][] close() {
    var close = new boolean[26][26];
    for (var pair : NEIGHBOURS) {
      close[pair.charAt(0) - 'a'][pair.charAt(1) - 'a'] = true;
      close[pair.charAt(1) - 'a'][pair.charAt(0) - 'a'] = true;
    }
    return close;
  }

  private static List<List<Own>> byLength() {
    var byLength = new ArrayList<List<Own>>();
    for (var word : Lexicon.words()) {
      if (word.length() < 3) continue;
      while (byLength.size() <= word.length()) byLength.add(new ArrayList<>());
      byLength.get(word.length()).add(new Own(word, mask(word), Lexicon.isNamed(word)));
    }
    return byLength;
  }
}
