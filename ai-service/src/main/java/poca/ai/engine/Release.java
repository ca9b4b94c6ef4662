package poca.ai.engine;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import poca.ai.engine.provider.ProviderFailure;
import poca.ai.engine.provider.ProviderFailure.Reason;
import poca.ai.interview.Assessment;
import poca.ai.interview.Bounds;

/// Lets a model's words out while it speaks. A sentence is held back until everything that could
/// forbid it is known: what the model makes of the urgency, whether this is the summary, and that
/// the guard passes all of it so far. A model that breaks off a form of ours, or that tells the
/// message before the rest, is heard when it has ended.
final class Release implements Consumer<String> {

  private final String engine;
  private final Audience audience;
  private final StringBuilder spoken = new StringBuilder();
  private final String sources;
  private final Guard.Sources known;
  private Assessment assessment;
  private boolean hasSign;

  /// How much of the message has passed the guard, and how much had before that.
  private int passed;

  private int before;
  private boolean rated;
  private String out = "";
  private Guard.@Nullable Breach breach;

  /// @param sources what the guard takes as theirs to say
  Release(String engine, Assessment assessment, String sources, Audience audience) {
    this.engine = engine;
    this.assessment = assessment;
    this.sources = sources;
    this.known = Guard.Sources.of(sources);
    this.audience = audience;
  }

  /// The next piece of what the model writes.
  ///
  /// @throws ProviderFailure to hang up: nothing that follows could still be said
  @Override
  public void accept(String piece) {
    spoken.append(piece);
    var isDue = hasSign;
    hasSign = hasSign(piece);
    if (isDue || hasSign) InterviewerOutput.soFar(spoken).ifPresent(this::hear);
  }

  /// Reading begins at the beginning each time, so only when something may have ended: with such a
  /// sign, or with the blank behind it.
  private static boolean hasSign(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      if (".?!\"\\".indexOf(piece.charAt(i)) >= 0) return true;
    }
    return false;
  }

  private void hear(InterviewerOutput.SoFar so) {
    if (!rated) rate(so.speech());
    // The rules answer what is red, and nobody hears the model.
    if (assessment.newlyRed()) throw ProviderFailure.of(Reason.CANCELLED, "the rules answer");
    if (so.speech().isSummary()) summary(so);
    else if (so.isWhole()) question(so.speech());
  }

  private void rate(InterviewerOutput interviewerOutput) {
    rated = true;
    var raised = Judgement.raised(assessment, interviewerOutput, engine);
    if (raised == assessment) return;
    assessment = raised;
    audience.rated(raised.urgency());
  }

  private void question(InterviewerOutput interviewerOutput) {
    if (AnswerForm.problem(assessment, interviewerOutput) == null
        && Guard.in(interviewerOutput.message(), sources).isEmpty()
        && Bounds.open(assessment, interviewerOutput.message()).isPresent())
      letOut(interviewerOutput.message());
  }

  private void summary(InterviewerOutput.SoFar so) {
    if (!Bounds.maySumUp(assessment)) return;
    var text = so.speech().message();
    var end = so.isWhole() ? text.length() : endOfSentence(text);
    if (end <= passed || !AnswerForm.maySoFar(text.substring(0, end))) return;
    // What passed was held against a full stop behind it: nothing begins there that reaches further
    // than the sentence before.
    var news = text.substring(before, end);
    if (Guard.inSummary(closed(news), known).isPresent()) {
      breach = Guard.inSummary(news, known).orElse(null);
      if (breach != null) throw ProviderFailure.of(Reason.CANCELLED, "withheld");
      // Some of what the guard looks for goes on into the next line.
      return;
    }
    before = passed;
    passed = end;
    letOut(Bounds.told(text.substring(0, end)));
  }

  private static String closed(String text) {
    var whole = text.stripTrailing();
    return whole.endsWith("?") ? whole : whole + ".";
  }

  /// Behind the last sentence or line that is over; the blank behind it shows that.
  private static int endOfSentence(String text) {
    for (int at = text.length() - 1; at > 0; at--) {
      var c = text.charAt(at);
      if (c == '\n' || (c == ' ' && ".?!".indexOf(text.charAt(at - 1)) >= 0)) return at;
    }
    return 0;
  }

  private void letOut(String soFar) {
    if (soFar.length() <= out.length()) return;
    out = soFar;
    audience.hears(soFar);
  }

  /// The turn as the model has rated it.
  Assessment assessment() {
    return assessment;
  }

  boolean hasLetOut() {
    return !out.isEmpty();
  }

  /// Why it hung up, if the guard made it do so.
  Optional<Guard.Breach> breach() {
    return Optional.ofNullable(breach);
  }
}
