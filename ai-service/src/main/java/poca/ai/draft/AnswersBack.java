package poca.ai.draft;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import poca.ai.interview.Contraindications;
import poca.ai.interview.Discretion;
import poca.ai.reading.Finding;
import poca.ai.reading.Medicines;
import poca.ai.triage.UrgencyLevel;

/// What the patient asked beside all else. What the reply says anyway is answered by that and not
/// put off a sentence later; nothing else is decided by a rule.
final class AnswersBack {

  static final String YOU_ASKED = "You asked ";
  private static final int MOST = 2;

  private static final Pattern OF_MEDICINE =
      Pattern.compile(
          "\\b(?:tablets?|pills?|medicines?|medication|dose|antibiotics?|painkillers?|take|taking|drug|thinners?|insulin|injections?|inhalers?)\\b",
          Pattern.CASE_INSENSITIVE);

  /// Whether it has to be now and there: "do I really have to go", "should I ring 112", "can it
  /// wait till Monday", "is it really an emergency".
  private static final Pattern WHETHER_TO_GO =
      Pattern.compile(
          "\\b(?:(?:have|need|got) to|must|should|shall|ought to|do|can|could) (?:i|we|he|she)?\\b ?(?:really |still |just |even )?"
              + "(?:(?:have|need) to )?(?:go|come|ring|call|phone|dial|wait|see (?:somebody|someone|a doctor)|be seen)\\b"
              + "|\\b(?:have|need|got) to (?:go|come|ring|call|be seen)\\b"
              + "|\\bwait (?:till|until|for|a|it)\\b|\\bcan (?:it|this|that) wait\\b|\\b(?:an?|really|that) emergency\\b"
              + "|\\b(?:is|are) (?:it|that|this|they) (?:really |all )?(?:necessary|needed)\\b"
              + "|\\bhow (?:urgent|serious) is\\b|\\b(?:rather|better) (?:wait|sleep|stay)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WHAT_TO_DO =
      Pattern.compile(
          "\\bwhat (?:(?:do|should|shall|must|can) (?:i|we)|(?:i|we) (?:must|should|can|shall)) (?:now |to )?do\\b",
          Pattern.CASE_INSENSITIVE);

  /// Whether to get somebody up who has fallen, which the reply says.
  private static final Pattern LIFTING =
      Pattern.compile(
          "\\b(?:get|pull|lift|help|sit|put|move)\\b.{0,20}\\b(?:up|chair|bed|sofa|down)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Set<Finding> DOWN =
      Set.of(Finding.of("long-lie"), Finding.of("found-on-floor"), Finding.of("hip-out"));

  /// Whether to go there alone.
  private static final Pattern OF_DRIVING =
      Pattern.compile(
          "\\b(?:drive|driving)\\b|\\b(?:get|take|by) (?:a |the )?(?:taxi|cab|uber|bus|train|bike)\\b|\\bcycle\\b",
          Pattern.CASE_INSENSITIVE);

  private final PostedSummary postedSummary;
  private final Contraindications record;

  AnswersBack(PostedSummary postedSummary, Contraindications record) {
    this.postedSummary = postedSummary;
    this.record = record;
  }

  void to(List<String> sentences) {
    boolean red = postedSummary.level() == UrgencyLevel.RED;
    if (red && asked(OF_DRIVING))
      sentences.add("Do not drive there yourself or travel alone: it can get worse on the way.");
    if (red && asked(WHETHER_TO_GO))
      sentences.add("To your question: yes, this has to be now, and it cannot wait.");
    if (postedSummary.asksForDiscretion())
      sentences.add(
          "What is to stay between us I pass on to nobody at home without asking you first, unless"
              + " your life is in danger; who can sign in to this account can read it here.");
    var open = postedSummary.questions().stream().filter(q -> !isAnswered(q, red)).toList();
    if (open.isEmpty()) return;
    var quoted = open.stream().limit(MOST).map(q -> "\"" + q + "\"").toList();
    boolean unchanged =
        open.stream().anyMatch(AnswersBack::isOfMedicine)
            && !(red && postedSummary.holdsTheThinner());
    sentences.add(
        YOU_ASKED
            + Phrasing.list(quoted, "and")
            + ": "
            + (red
                ? "that is decided when you are seen"
                : "I answer that with your record before me")
            + (unchanged ? "; until then change nothing about your medicines by yourself." : "."));
  }

  private static boolean isOfMedicine(String question) {
    return OF_MEDICINE.matcher(question).find()
        || !Medicines.in(question.toLowerCase(Locale.ROOT)).isEmpty();
  }

  private boolean asked(Pattern kind) {
    return postedSummary.questions().stream().anyMatch(q -> kind.matcher(q).find());
  }

  private boolean isAnswered(String question, boolean red) {
    return Discretion.isAskedFor(question)
        || (red
            && LIFTING.matcher(question).find()
            && postedSummary.names().keySet().stream().anyMatch(DOWN::contains))
        || (AntiInflammatory.isNamedIn(question) && AntiInflammatory.against(record) != null)
        || (red
            && List.of(WHETHER_TO_GO, OF_DRIVING, WHAT_TO_DO).stream()
                .anyMatch(kind -> kind.matcher(question).find()));
  }
}
