package poca.ai.engine;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Medicines;
import poca.ai.triage.UrgencyLevel;

/// What a model's draft of a reply must not say, and must say (contract 6.4). The doctor reads it
/// before it goes out, and a busy reader overlooks what is missing.
final class DraftCheck {

  /// A draft for something serious has to send the patient somewhere.
  private static final Pattern COME_IN =
      Pattern.compile(
          "\\b(?:emergency|come in|come to|hospital|ambulance|clinic|call|urgent|at once|immediately)\\b");

  private static final Pattern PLACE =
      Pattern.compile("\\b(?:emergency|hospital|ambulance|now|at once|immediately|right away)\\b");

  private static final Pattern CONDITION =
      Pattern.compile("\\b(?:if|unless|when(?:ever)?|should you|in case)\\b");

  /// To read something is no condition.
  private static final Pattern READ =
      Pattern.compile(
          "\\b(?:when|as soon as) you (?:get|read|see|receive|have read) (?:this|it)\\b,?");

  private static final Pattern CLAUSE = Pattern.compile("[,;:]|\\b(?:and|or|but|so)\\b");

  private static final Pattern NOT =
      Pattern.compile(
          "\\b(?:not|no|never|don't|doesn't|won't|can't|cannot|shouldn't|isn't|without|nor)\\b");

  private static final Pattern WAITING =
      Pattern.compile(
          "\\bno need\\b|\\bnot (?:urgent|serious|dangerous|an emergency)\\b|\\bnothing (?:serious|dangerous"
              + "|to worry|urgent)\\b|\\bdon't worry\\b|\\bdo not worry\\b|\\bharmless\\b|\\bcan (?:safely )?wait\\b"
              + "|\\bsafe to wait\\b|\\bwait(?:ing)? and see\\b|\\bwatchful waiting\\b|\\bself[- ]limit\\w+"
              + "|\\b(?:will|'ll|should|usually|often|normally|mostly|tends? to) (?:just |probably |usually |soon )?"
              + "(?:pass(?:es)?|goes? away|be (?:fine|ok|okay|all right)|gets? better (?:by itself|on (?:its|their) own)"
              + "|clears? up by itself|settles? (?:by itself|on its own))\\b|\\bwill (?:settle|clear up)\\b"
              + "|\\b(?:gets?|got|getting) better (?:by itself|by themselves|on (?:its|their) own)\\b"
              + "|\\breassur(?:ed|ing)\\b|\\bno (?:cause|reason) for\\b|(?<!\\b(?:when|until|once) )\\byou(?:'re| are) (?:fine|ok|okay|safe)\\b");

  /// So far in front of what is waited for stands what denies it.
  private static final int NEAR = 24;

  private static final Pattern DENIAL =
      Pattern.compile(
          "\\b(?:not|never|don't|won't|can't|cannot|shouldn't|must not|isn't)(?: \\w+){0,2} ?$");

  /// "Tell them that you take amlodipine" and "take your tablets with you" are no doses.
  private static final Pattern TAKE =
      Pattern.compile(
          "(?<!\\byou )\\b(?:take|give|chew|swallow|use|try|drink|put)\\b(?! no )(?![^.;!?]{1,60}\\b(?:with you|along)\\b)[^.;!?]{0,40}");

  private DraftCheck() {}

  /// What is wrong, for the model to read; null if nothing is.
  static @Nullable String problem(Engine.Drafting drafting, String text) {
    var said = FoldedText.text(text);
    if (drafting.level() == UrgencyLevel.RED) {
      if (!sendsNow(said))
        return "the reply must ask the patient, without an if, to come in or to call the emergency"
            + " number at once.";
      if (namesDose(drafting, said))
        return "the reply to something red names no medicine to take and no dose.";
    }
    var careful = drafting.level() != UrgencyLevel.GREEN || !drafting.understood();
    if (careful && saysThatWaitingIsSafe(said))
      return "the reply must not say that waiting is safe or that there is nothing to worry about.";
    var against = Cautions.against(drafting, said);
    return against.isEmpty()
        ? null
        : "the record speaks against it: " + String.join("; ", against) + ".";
  }

  /// "Come in if it lasts" sends nobody; "go now, or call 112 if it gets worse on the way" does.
  private static boolean sendsNow(String said) {
    return FoldedText.sentences(READ.matcher(said).replaceAll("")).stream()
        .anyMatch(DraftCheck::isSending);
  }

  private static boolean isSending(String sentence) {
    var condition = CONDITION.matcher(sentence);
    if (!condition.find()) return clauses(sentence).stream().anyMatch(DraftCheck::isSent);
    var before = clauses(sentence.substring(0, condition.start()));
    // The last clause in front of the condition is what it holds for.
    return before.stream()
        .limit(Math.max(0, before.size() - 1))
        .anyMatch(clause -> isSent(clause) && PLACE.matcher(clause).find());
  }

  private static List<String> clauses(String sentence) {
    return CLAUSE.splitAsStream(sentence).map(String::strip).filter(c -> !c.isEmpty()).toList();
  }

  private static boolean isSent(String clause) {
    var sending = COME_IN.matcher(clause);
    return sending.find() && !NOT.matcher(clause.substring(0, sending.start())).find();
  }

  private static boolean namesDose(Engine.Drafting drafting, String said) {
    if (new MedicineAmounts(told(drafting)).isExceededIn(said)) return true;
    var take = TAKE.matcher(said);
    while (take.find()) {
      var before = said.substring(Math.max(0, take.start() - NEAR), take.start());
      if (!DENIAL.matcher(before).find() && !Medicines.in(take.group()).isEmpty()) return true;
    }
    return false;
  }

  private static String told(Engine.Drafting drafting) {
    return FoldedText.text(
        drafting.summary() + "\n" + String.join("\n", drafting.patient().medications()));
  }

  private static boolean saysThatWaitingIsSafe(String said) {
    var waiting = WAITING.matcher(said);
    while (waiting.find()) {
      var before = said.substring(Math.max(0, waiting.start() - NEAR), waiting.start());
      if (!DENIAL.matcher(before).find()) return true;
    }
    return false;
  }
}
