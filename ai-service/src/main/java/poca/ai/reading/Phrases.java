package poca.ai.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// A table of phrases, found in a message by the first word of each.
final class Phrases<K> {

  /// A phrase of `key` that covers the words `first` to `end` (exclusive).
  record Hit<K>(K key, int first, int end, boolean negatedInside) {}

  private record Entry<K>(K key, Phrase phrase) {}

  private static final int STEM = 3;

  private final Map<String, List<Entry<K>>> byWord = new HashMap<>();
  private final Map<String, List<Entry<K>>> byStem = new HashMap<>();
  private final List<Entry<K>> byNumber = new ArrayList<>();
  private final Set<String> words = new HashSet<>();
  private final Set<String> stems = new HashSet<>();

  /// Reads lines of `KEY: phrase ; phrase ; ...`; a line that starts with a blank continues the one
  /// above.
  static <K> Phrases<K> read(String table, Function<String, K> key) {
    var phrases = new Phrases<K>();
    K current = null;
    for (var line : table.lines().filter(l -> !l.isBlank()).toList()) {
      var text = line;
      if (!Character.isWhitespace(line.charAt(0))) {
        int colon = line.indexOf(':');
        current = key.apply(line.substring(0, colon).strip());
        text = line.substring(colon + 1);
      }
      if (current == null) throw new IllegalArgumentException("a table starts with a key: " + line);
      for (var phrase : Arrays.stream(text.split(";", -1)).filter(p -> !p.isBlank()).toList()) {
        phrases.add(current, Phrase.of(phrase));
      }
    }
    return phrases;
  }

  void add(K key, Phrase phrase) {
    var entry = new Entry<>(key, phrase);
    for (var piece : phrase.pieces()) {
      words.addAll(piece.words());
      stems.addAll(piece.stems());
    }
    var first = phrase.pieces().getFirst();
    if (first.number()) byNumber.add(entry);
    first.words().forEach(word -> byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(entry));
    first
        .stems()
        .forEach(stem ->
            byStem.computeIfAbsent(stem.substring(0, STEM), _ -> new ArrayList<>()).add(entry));
  }

  /// The whole words that these phrases look for.
  Set<String> words() {
    return words;
  }

  /// The stems that these phrases look for.
  Set<String> stems() {
    return stems;
  }

  /// All hits in order of their first word; of the hits of one key at one place only the longest.
  List<Hit<K>> find(List<Word> words) {
    var hits = new ArrayList<Hit<K>>();
    for (int at = 0; at < words.size(); at++) {
      var word = words.get(at);
      if (!startsAny(word)) continue;
      var longest = new HashMap<K, Hit<K>>();
      var order = new ArrayList<K>();
      collect(byWord.getOrDefault(word.text(), List.of()), words, at, longest, order);
      if (word.text().length() >= STEM) {
        collect(
            byStem.getOrDefault(word.text().substring(0, STEM), List.of()),
            words,
            at,
            longest,
            order);
      }
      if (Numbers.isNumber(word)) collect(byNumber, words, at, longest, order);
      for (var key : order) {
        var hit = longest.get(key);
        if (hit != null) hits.add(hit);
      }
    }
    return hits;
  }

  private boolean startsAny(Word word) {
    var text = word.text();
    return byWord.containsKey(text)
        || (text.length() >= STEM && byStem.containsKey(text.substring(0, STEM)))
        || Numbers.isNumber(word);
  }

  private void collect(
      List<Entry<K>> entries, List<Word> words, int at, Map<K, Hit<K>> longest, List<K> order) {
    for (var entry : entries) {
      var match = entry.phrase.match(words, at);
      if (match == null) continue;
      var known = longest.get(entry.key);
      if (known == null) order.add(entry.key);
      if (known == null || match.end() > known.end) {
        longest.put(entry.key, new Hit<>(entry.key, at, match.end(), match.negated()));
      }
    }
  }
}
