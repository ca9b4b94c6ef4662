package poca.ai.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Naming;
import poca.ai.interview.QuestionsBack;
import poca.ai.reading.Finding;
import poca.ai.reading.Mention;
import poca.ai.reading.Span;
import poca.ai.reading.Story;
import poca.ai.triage.Urgency;
import poca.ai.triage.UrgencyLevel;

/// What a reply calls what the patient has: by our word where the patient used it too, otherwise by
/// the patient's own, so that nothing is made of them. Dangers come first, of those that were added
/// later the last; one place in the words has one name, and what was only guessed has none.
final class ConditionNames {

  private static final int LONGEST = 50;
  private static final int NO_DANGER = 2;

  /// Between the clauses of a passage.
  private static final Pattern BORDER =
      Pattern.compile(
          "\\[\\.{3}\\]|(?:[,.:](?!\\d)|[;!?\\n])+|\\b(?:and|but|then|because|so|cos|since|although|though|while)\\b",
          Pattern.CASE_INSENSITIVE);

  /// What does not read on its own at the beginning of a quotation.
  private static final Pattern LEAD =
      Pattern.compile(
          "\\W*(?:(?:last |this |on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|(?:last|this|that) (?:night"
              + "|morning|evening|afternoon|week)|after|when|that|which|who|if|also|oh|ok|okay|well|then|or)\\b",
          Pattern.CASE_INSENSITIVE);

  private final List<Mention> mentions = new ArrayList<>();
  private final List<String> passages;
  private final Map<Finding, String> names = new LinkedHashMap<>();
  private final Set<Finding> dangers = new LinkedHashSet<>();
  private final Set<Finding> ordered = new LinkedHashSet<>();

  /// @param passages of the story, in its order
  /// @param urgency of the story
  ConditionNames(
      Story story, List<String> passages, Set<Finding> present, @Nullable Urgency urgency) {
    this.passages = passages;
    story
        .mentions()
        .filter(m -> m.present() && (present.contains(m.finding()) || isDanger(m, urgency)))
        .forEach(mentions::add);
    if (urgency != null) mentions.sort(Comparator.comparing(m -> rank(m, urgency)));
    mentions.stream().map(Mention::finding).filter(present::contains).forEach(ordered::add);
    ordered.addAll(present);
    var named = new ArrayList<Span>();
    mentions.stream().filter(this::isGuessed).map(Mention::span).forEach(named::add);
    for (var mention : mentions) {
      if (names.containsKey(mention.finding())) continue;
      if (named.stream().anyMatch(mention.span()::overlaps)) continue;
      boolean danger = urgency != null && rank(mention, urgency) < NO_DANGER;
      var words = words(mention);
      boolean ours =
          Naming.isOurs(mention.finding(), words)
              || (present.contains(mention.finding())
                  && !QuestionsBack.in(sentence(mention)).isEmpty());
      // A measured value is named with its figures, not by a word of its name.
      if (SummaryContent.isMeasured(passage(mention))) continue;
      if (SummaryContent.isOurs(passage(mention)))
        ours |= words.chars().anyMatch(Character::isDigit);
      boolean plain = ours || SummaryContent.isOurs(passage(mention));
      var span = plain ? mention.span() : clause(mention);
      names.put(mention.finding(), ours ? mention.finding().label() : plain ? words : quoted(span));
      if (danger) dangers.add(mention.finding());
      named.add(span);
    }
    // What is asked about a medicine is no complaint beside one.
    if (names.size() > 1) names.remove(Finding.MEDICINE_QUESTION);
  }

  /// What a rule says red on has a name, whether or not somebody would come with it alone.
  private static boolean isDanger(Mention mention, @Nullable Urgency urgency) {
    var finding = mention.finding();
    return urgency != null
        && !finding.isCondition()
        && !finding.isCourse()
        && !finding.isWho()
        && finding.opposite() == null
        && rank(mention, urgency) == 0;
  }

  private static int rank(Mention mention, Urgency urgency) {
    return urgency.firings().stream()
        .filter(f -> f.level() != UrgencyLevel.GREEN)
        .filter(f -> f.evidence().stream().anyMatch(mention.span()::overlaps))
        .mapToInt(f -> f.level() == UrgencyLevel.RED ? 0 : 1)
        .min()
        .orElse(NO_DANGER);
  }

  /// The words, with what stands around them in their clause if that is short: "the skin between
  /// his ribs goes in" and not "ribs goes".
  private Span clause(Mention mention) {
    var span = mention.span();
    var passage = passage(mention);
    int start = passage.startsWith(SummaryContent.TOOK) ? SummaryContent.TOOK.length() : 0;
    int end = passage.length();
    for (var hit = BORDER.matcher(passage); hit.find(); ) {
      if (hit.end() <= span.start()) start = hit.end();
      else if (hit.start() >= span.end()) {
        end = hit.start();
        break;
      }
    }
    for (var lead = LEAD.matcher(passage).region(Math.min(start, span.start()), span.start());
        lead.lookingAt(); ) lead.region(start = lead.end(), span.start());
    return end - start > LONGEST ? span : new Span(span.messageId(), start, end);
  }

  private String quoted(Span span) {
    var words = passage(span).substring(span.start(), span.end()).strip();
    return "\"" + Phrasing.shortened(words.replace('"', '\''), LONGEST) + "\"";
  }

  private String sentence(Mention mention) {
    var clause = clause(mention);
    return passage(mention).substring(clause.start(), clause.end()).strip();
  }

  private String words(Mention mention) {
    return passage(mention).substring(mention.span().start(), mention.span().end());
  }

  private String passage(Mention mention) {
    return passage(mention.span());
  }

  private String passage(Span span) {
    return passages.get(Integer.parseInt(span.messageId().substring(1)));
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

  /// Of an emergency: what a rule rests on and what the patient came for, and other things only
  /// where there is hardly any of that.
  Map<Finding, String> grave(Set<Finding> main) {
    if (dangers.size() < 2) return names;
    var grave = new LinkedHashMap<>(names);
    grave.keySet().removeIf(f -> !dangers.contains(f) && !main.contains(f));
    return grave;
  }

  /// The names of these, as far as they have one.
  List<String> of(Collection<Finding> findings) {
    return names.entrySet().stream()
        .filter(e -> findings.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
