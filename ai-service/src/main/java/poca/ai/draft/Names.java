package poca.ai.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Naming;
import poca.ai.reading.Finding;
import poca.ai.reading.Mention;
import poca.ai.reading.Span;
import poca.ai.reading.Story;
import poca.ai.triage.Level;
import poca.ai.triage.Urgency;

/// What a reply calls what the patient has: by our word where the patient used it too, otherwise by
/// the patient's own, so that nothing is made of them. Dangers come first, of those that were added
/// later the last; one place in the words has one name, and what was only guessed has none.
final class Names {

  private static final int LONGEST = 60;

  private final List<Mention> mentions = new ArrayList<>();
  private final List<String> passages;
  private final Map<Finding, String> names = new LinkedHashMap<>();
  private final Set<Finding> ordered = new LinkedHashSet<>();

  /// @param passages of the story, in its order
  /// @param urgency of the story
  Names(Story story, List<String> passages, Set<Finding> present, @Nullable Urgency urgency) {
    this.passages = passages;
    story
        .mentions()
        .filter(m -> m.present() && present.contains(m.finding()))
        .forEach(mentions::add);
    if (urgency != null) mentions.sort(Comparator.comparing(m -> rank(m, urgency)));
    mentions.forEach(m -> ordered.add(m.finding()));
    ordered.addAll(present);
    var named = new ArrayList<Span>();
    mentions.stream().filter(this::isGuessed).map(Mention::span).forEach(named::add);
    for (var mention : mentions) {
      if (names.containsKey(mention.finding())) continue;
      if (named.stream().anyMatch(mention.span()::overlaps)) continue;
      names.put(mention.finding(), name(mention));
      named.add(mention.span());
    }
    // What is asked about a medicine is no complaint beside one.
    if (names.size() > 1) names.remove(Finding.MEDICINE_QUESTION);
  }

  private static int rank(Mention mention, Urgency urgency) {
    return urgency.firings().stream()
        .filter(f -> f.level() != Level.GREEN)
        .filter(f -> f.evidence().stream().anyMatch(mention.span()::overlaps))
        .mapToInt(f -> f.level() == Level.RED ? 0 : 1)
        .min()
        .orElse(2);
  }

  private String words(Mention mention) {
    return passage(mention).substring(mention.span().start(), mention.span().end());
  }

  private String passage(Mention mention) {
    return passages.get(Integer.parseInt(mention.span().messageId().substring(1)));
  }

  private String name(Mention mention) {
    var words = words(mention).strip();
    return words.length() > LONGEST
        ? mention.finding().label()
        : Naming.of(mention.finding(), words);
  }

  private boolean isGuessed(Mention mention) {
    return Naming.isGuess(passage(mention), mention.span().start());
  }

  Set<Finding> dangersFirst() {
    return ordered;
  }

  Map<Finding, String> all() {
    return names;
  }

  /// The names of these, as far as they have one.
  List<String> of(Collection<Finding> findings) {
    return names.entrySet().stream()
        .filter(e -> findings.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
