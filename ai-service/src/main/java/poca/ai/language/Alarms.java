package poca.ai.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds the words of an emergency in the languages of the notices.
///
/// Every language is tried on every text: a Spanish sentence in an English message counts.
public final class Alarms {

  /// Words between a denial and what it denies: "no tengo ningún tipo de dolor en el pecho".
  private static final int REACH_OF_DENIAL = 3;

  private static final int REACH_OF_ASIDE = 20;

  /// Words of the longest phrase with its gaps, generously.
  private static final int LONGEST_PHRASE = 24;

  private record Watched(
      LanguageProfile tongue, AlarmKind family, AlarmPhrase phrase, Set<String> denials) {}

  private record Hit(Watched watched, int first, int end, int order, boolean denies) {

    /// Of several of one language and family that overlap, the last and shortest is told.
    boolean isAroundOrAfter(Hit other) {
      return watched.tongue.tag().equals(other.watched.tongue.tag())
          && watched.family == other.watched.family
          && first <= other.first
          && other.end <= end
          && (first < other.first || other.end < end || order > other.order);
    }

    /// Neighbours share words (`ataque cardíaco`, 胸痛): what one of them denies, the other does not
    /// raise.
    boolean isANeighbourOf(Hit other) {
      return !watched.tongue.tag().equals(other.watched.tongue.tag())
          && watched.family == other.watched.family
          && first < other.end
          && other.first < end;
    }
  }

  private static final Map<String, List<Watched>> BY_WORD = new HashMap<>();
  private static final Map<String, List<Watched>> BY_STEM = new HashMap<>();
  private static final int SHORTEST_STEM;
  private static final int LONGEST_STEM;

  static {
    for (var languageProfile : LanguageProfile.ALL) {
      var denials = denialWords(languageProfile);
      languageProfile
          .alarms()
          .forEach((kind, phrases) ->
              phrases.forEach(phrase -> watch(languageProfile, kind, phrase, denials)));
    }
    SHORTEST_STEM = BY_STEM.keySet().stream().mapToInt(String::length).min().orElse(1);
    LONGEST_STEM = BY_STEM.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  private Alarms() {}

  private static void watch(
      LanguageProfile languageProfile, AlarmKind kind, AlarmPhrase phrase, Set<String> denials) {
    var watched = new Watched(languageProfile, kind, phrase, denials);
    for (var beginning : phrase.beginnings())
      switch (beginning) {
        case AlarmPhrase.Part.Whole(String word) ->
            BY_WORD.computeIfAbsent(word, _ -> new ArrayList<>()).add(watched);
        case AlarmPhrase.Part.Stem(String stem) ->
            BY_STEM.computeIfAbsent(stem, _ -> new ArrayList<>()).add(watched);
      }
  }

  /// A phrase that says "no" itself ("no respira") is not denied by another "no" near it.
  private static Set<String> denialWords(LanguageProfile languageProfile) {
    var words = new HashSet<String>();
    for (var denial : languageProfile.denialsAtOnce())
      for (var beginning : denial.beginnings())
        if (beginning instanceof AlarmPhrase.Part.Whole(String word)) words.add(word);
    return words;
  }

  /// The alarms of a text in the order of their places, one for each language, family and place.
  public static List<Alarm> in(String text) {
    var tokens = Token.in(text);
    var hits = new ArrayList<Hit>();
    for (int at = 0; at < tokens.size(); at++) {
      var word = tokens.get(at).text();
      find(tokens, at, word, hits);
      if (AlarmPhrase.startsWithAnd(word)) find(tokens, at, word.substring(1), hits);
    }
    var kept = new ArrayList<Hit>();
    for (int at = 0; at < hits.size(); at++) {
      var hit = hits.get(at);
      var near = near(hits, at);
      boolean isDropped =
          near.stream()
              .anyMatch(other ->
                  (other.order == hit.order || hit.isANeighbourOf(other))
                      && (isDenied(tokens, other, near) || isAside(tokens, other)));
      if (!isDropped) kept.add(hit);
    }
    return IntStream.range(0, kept.size())
        .filter(at -> near(kept, at).stream().noneMatch(kept.get(at)::isAroundOrAfter))
        .mapToObj(kept::get)
        .map(hit ->
            new Alarm(
                hit.watched.tongue.tag(),
                hit.watched.family,
                tokens.get(hit.first).start(),
                tokens.get(hit.end - 1).end()))
        .toList();
  }

  /// The hits that may share a word with this one or with what denies it; they are in the order of
  /// their first words. Comparing all with all would take seconds for one phrase 2,000 times.
  private static List<Hit> near(List<Hit> hits, int at) {
    int first = hits.get(at).first;
    int from = at;
    while (from > 0 && first - hits.get(from - 1).first <= LONGEST_PHRASE) from--;
    int to = at + 1;
    while (to < hits.size() && hits.get(to).first - first <= LONGEST_PHRASE) to++;
    return hits.subList(from, to);
  }

  private static void find(List<Token> tokens, int at, String word, List<Hit> hits) {
    add(BY_WORD.get(word), tokens, at, hits);
    for (int length = SHORTEST_STEM; length <= Math.min(LONGEST_STEM, word.length()); length++)
      add(BY_STEM.get(word.substring(0, length)), tokens, at, hits);
  }

  private static void add(
      @Nullable List<Watched> candidates, List<Token> tokens, int at, List<Hit> hits) {
    if (candidates == null) return;
    for (var candidate : candidates) {
      int end = candidate.phrase.end(tokens, at);
      if (end < 0) continue;
      boolean denies = false;
      for (int word = at; word < end; word++)
        denies |= candidate.denials.contains(tokens.get(word).text());
      hits.add(new Hit(candidate, at, end, hits.size(), denies));
    }
  }

  private static boolean isDenied(List<Token> tokens, Hit hit, List<Hit> hits) {
    var languageProfile = hit.watched.tongue;
    return isDeniedBefore(tokens, hit, hits, languageProfile)
        || isDeniedAfter(tokens, hit, hits, languageProfile);
  }

  private static boolean isDeniedBefore(
      List<Token> tokens, Hit hit, List<Hit> hits, LanguageProfile languageProfile) {
    if (hit.denies) return false;
    // The denial's own words may be up to six more.
    for (int at = hit.first - 1; at >= Math.max(0, hit.first - REACH_OF_DENIAL - 6); at--) {
      if (tokens.get(at + 1).before() != Token.Break.NONE
          || turns(languageProfile.turns(), tokens, at)) break;
      if (isOfAnAlarm(at, hit, hits)) continue;
      if (reaches(languageProfile.denials(), tokens, at, hit.first, REACH_OF_DENIAL)
          || reaches(languageProfile.denialsAtOnce(), tokens, at, hit.first, 0)) return true;
    }
    return false;
  }

  private static boolean isDeniedAfter(
      List<Token> tokens, Hit hit, List<Hit> hits, LanguageProfile languageProfile) {
    for (var denial : languageProfile.denialsAfter())
      if (hit.end < tokens.size()
          && tokens.get(hit.end).before() == Token.Break.NONE
          && denial.end(tokens, hit.end) >= 0
          && !isOfAnAlarm(hit.end, hit, hits)) return true;
    return false;
  }

  private static boolean reaches(
      List<AlarmPhrase> denials, List<Token> tokens, int at, int first, int reach) {
    for (var denial : denials) {
      int end = denial.end(tokens, at);
      if (end >= 0 && end <= first && first - end <= reach) return true;
    }
    return false;
  }

  private static boolean turns(Set<String> turns, List<Token> tokens, int at) {
    return turns.contains(tokens.get(at).text());
  }

  private static boolean isOfAnAlarm(int at, Hit denied, List<Hit> hits) {
    for (var hit : hits)
      if (hit.order != denied.order && hit.denies && hit.first <= at && at < hit.end) return true;
    return false;
  }

  private static boolean isAside(List<Token> tokens, Hit hit) {
    // Not the whole clause: who writes 16 KiB without a comma would have it searched for each hit.
    int first = hit.first;
    while (first > 0
        && hit.first - first < REACH_OF_ASIDE
        && tokens.get(first).before().compareTo(Token.Break.CLAUSE) < 0) first--;
    int end = hit.end;
    while (end < tokens.size()
        && end - hit.end < REACH_OF_ASIDE
        && tokens.get(end).before().compareTo(Token.Break.CLAUSE) < 0) end++;
    return anyOf(hit.watched.tongue.asides(), tokens, first, end)
        && !anyOf(hit.watched.tongue.presents(), tokens, first, end);
  }

  private static boolean anyOf(List<AlarmPhrase> phrases, List<Token> tokens, int first, int end) {
    for (int at = first; at < end; at++)
      for (var phrase : phrases) {
        int last = phrase.end(tokens, at);
        if (last >= 0 && last <= end) return true;
      }
    return false;
  }
}
