package poca.ai.interview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import poca.ai.reading.DetailKind;
import poca.ai.reading.Finding;
import poca.ai.reading.Remedy;
import poca.ai.reading.Story;
import poca.ai.triage.Urgency;
import poca.ai.triage.UrgencyLevel;

/// Sums up for the doctor what was said and what is on record, and nothing else.
final class SummaryText {

  private static final int LONGEST_HISTORY = 300;
  private static final String KEY_QUESTIONS = "Key questions:";
  private static final String NOT_ON_RECORD = "not on record";
  private static final String EXTRA = "Extra information: ";
  private static final String JOINT = "; ";

  private static final Pattern FOR_ANOTHER =
      Pattern.compile(
          "\\b(?:writing|messaging|typing|texting|asking|here)\\s(?:this\\s)?(?:for|about|on behalf of)\\b"
              + "|\\bon behalf of\\b|\\b(?:wife|husband|daughter|son|partner|carer|neighbour) (?:here|writing|typing)\\b"
              + "|\\bi(?:.?m| am) (?:(?:the|his|her|their|a) )?(?:\\w+ )?(?:carer|caregiver|caretaker|nurse|aide|support worker) (?:of|for|to|at)\\b"
              + "|\\bi(?:.?m| am) (?:his|her|their) \\w+"
              + "|\\bi (?:care for|look after|am looking after|help look after)\\b",
          Pattern.CASE_INSENSITIVE);

  /// "Dr Okafor" is a name and no post.
  private static final Pattern TITLED = Pattern.compile("(?:Dr|Prof|Mr|Mrs|Ms|Miss)\\b\\.?\\s");

  /// Characters kept free for what holds the parts together.
  private static final int JOINTS = 60;

  static final String TOLD_AS = "told as ";

  /// Whose the basics are is not known where the words may tell of somebody else.
  static final String OTHERS_NAMED =
      "Sent from the account of the person on record; the words name somebody else too, so please"
          + " read of whom they tell";

  static final String NOT_UNDERSTOOD =
      "Not understood: the assistant did not understand all of the patient's words; please read"
          + " them as they are quoted.";

  private final History history;
  private final Assessment assessment;
  private final Intake intake;
  private final Intake.PatientRecord patient;
  private final Story story;
  private final Urgency urgency;
  private final Voice voice;
  private final KnownFacts known;
  private final AnswerText answerText;
  private final Passages passages;

  SummaryText(History history) {
    this.history = history;
    this.assessment = history.assessment();
    this.intake = history.intake();
    this.patient = intake.patient();
    this.story = history.story();
    this.urgency = history.urgency();
    this.voice = history.voice();
    this.known = history.known();
    this.answerText = new AnswerText(story);
    this.passages = new Passages(story);
  }

  /// In characters (contract 6.2.2).
  static final int LONGEST = 8_000;

  /// In bytes of UTF-8: it has to fit into a message of the chat.
  static final int LARGEST = 15 * 1024;

  String text() {
    var told = text(List.of(), List.of());
    // Evidence and key questions quote words, but do not tell them.
    var left = UnquotedText.of(story, told.substring(0, told.indexOf(KEY_QUESTIONS)));
    if (left.isEmpty()) return told;
    var longest = LONGEST;
    while (true) {
      var room = longest - told.length() - JOINTS;
      var text =
          text(left, Quote.fitting(left.stream().map(UnquotedText.Sentence::words).toList(), room));
      if (text.length() <= LONGEST && text.getBytes(UTF_8).length <= LARGEST) return text;
      longest = longest * 4 / 5;
    }
  }

  /// @param left what stands nowhere else
  /// @param quotations of it
  private String text(List<UnquotedText.Sentence> left, List<String> quotations) {
    var ofIllness = new StringJoiner(" ");
    var other = new StringJoiner(" ");
    for (int at = 0; at < left.size(); at++)
      (left.get(at).ofIllness() ? ofIllness : other).add(quotations.get(at));
    var lines = new ArrayList<String>();
    var designation = designation();
    var named = TITLED.matcher(designation).lookingAt();
    lines.add("Summary for " + (named ? "" : "the ") + designation);
    lines.add("");
    lines.add("Patient: " + basics());
    var concern = new ConcernText(story, history.concern(), answerText, passages).text();
    lines.add("Main concern: " + concern);
    lines.add(
        "Condition: "
            + new ConditionText(story, known, answerText, passages).text(ofIllness.toString()));
    var remedies = remedies();
    lines.add("Remedy or medication: " + remedies);
    var extra = extra(concern + remedies);
    if (other.length() > 0) extra.add("also said: " + other);
    if (!extra.isEmpty()) lines.add(EXTRA + String.join(JOINT, extra) + ".");
    if (!assessment.isRead()) lines.add(unread());
    else if (!assessment.understood()) lines.add(NOT_UNDERSTOOD);
    lines.add(KEY_QUESTIONS);
    int number = 1;
    for (var question : KeyQuestions.of(history)) lines.add(number++ + ". " + question);
    lines.add("");
    lines.add(urgencyLine(assessment));
    return String.join("\n", lines);
  }

  private String unread() {
    var language = Locale.forLanguageTag(String.valueOf(assessment.language()));
    var name = language.getDisplayLanguage(Locale.ENGLISH);
    return "Not understood: written in "
        + (name.isEmpty() || language.getLanguage().isEmpty() ? "an unknown language" : name)
        + "; the assistant reads English only and quotes the words as they are.";
  }

  /// The tag that says how urgent it is and why.
  static String urgencyLine(Assessment assessment) {
    var urgency = assessment.urgency();
    var why =
        UrgencyEvidence.of(assessment.story(), urgency)
            .orElseGet(() ->
                urgency.level() == UrgencyLevel.GREEN
                    ? "no warning sign recognised"
                    : urgency.reason());
    return "Urgency: " + urgency.level() + " (" + why + ")";
  }

  private String designation() {
    var designation = intake.doctor().designation();
    return designation == null || designation.isBlank() ? "doctor" : Quote.oneLine(designation, 80);
  }

  private String basics() {
    var parts = new ArrayList<String>();
    parts.add(age());
    parts.add(patient.gender() == null ? "gender " + NOT_ON_RECORD : patient.gender());
    parts.add(patient.weightKg() == null ? "weight " + NOT_ON_RECORD : patient.weightKg() + " kg");
    if (patient.heightCm() != null) parts.add(patient.heightCm() + " cm");
    if (patient.bloodGroup() != null && !patient.bloodGroup().isBlank())
      parts.add("blood group " + Quote.oneLine(patient.bloodGroup(), 10));
    var text = String.join(", ", parts) + ".";
    if ("self".equals(patient.relation()) && voice == Voice.YOU && writesForAnother())
      return text + aboutSomebodyElse();
    if ("self".equals(patient.relation()) && voice == Voice.YOU)
      return text + " Sent from the patient's own account.";
    if ("self".equals(patient.relation())) return text + aboutSomebodyElse();
    return patient.relation() == null
        ? text
        : text
            + " Sent from the account of another person (relation on record: "
            + patient.relation()
            + ").";
  }

  /// The account is kept for one person, the words name a child, a relative or a carer; who is
  /// meant and who writes, they say themselves.
  private String aboutSomebodyElse() {
    return patient.ageYears() != null && patient.ageYears() < 12 ? "" : " " + OTHERS_NAMED + ".";
  }

  private boolean writesForAnother() {
    return story.readings().stream().anyMatch(r -> FOR_ANOTHER.matcher(r.message()).find());
  }

  private String age() {
    var stated = story.ages().findFirst().map(a -> "age as stated: " + a.said());
    var days = patient.ageDays();
    if (days != null && days < 90) return days + " days old";
    if (days != null && days < 730) return (int) ((days + 2) / 30.4375) + " months old";
    if (patient.ageYears() != null) return patient.ageYears() + " years old";
    return stated.orElse("age " + NOT_ON_RECORD);
  }

  private String remedies() {
    var taken = quoted(r -> r.taken() && !isPoison(r) && !passages.isQuestion(r.span()));
    if (!taken.isEmpty()) return TOLD_AS + String.join(", ", taken) + ".";
    var none = quoted(r -> !r.taken());
    if (!none.isEmpty()) return TOLD_AS + String.join(", ", none) + ".";
    var raw = answerText.raw(DetailKind.MEDICATION);
    if (raw.isPresent()) return raw.get() + ".";
    return answerText.unknown().contains(DetailKind.MEDICATION.label())
        ? "not known to the patient."
        : "none recognised.";
  }

  /// The sentences of such remedies, none that another of them holds.
  private List<String> quoted(Predicate<Remedy> wanted) {
    var all =
        story
            .remedies()
            .filter(wanted)
            .map(r -> passages.quotedOn(r.span()))
            .distinct()
            .limit(5)
            .toList();
    return all.stream().filter(one -> all.stream().noneMatch(other -> holds(other, one))).toList();
  }

  private static boolean holds(String quotation, String other) {
    return quotation.length() > other.length()
        && quotation.contains(other.substring(1, other.length() - 1));
  }

  private boolean isPoison(Remedy remedy) {
    return story
        .mentions()
        .anyMatch(m ->
            (m.finding() == Finding.OVERDOSE || m.finding() == Finding.POISONING)
                && m.span().overlaps(remedy.span()));
  }

  /// @param above where a quotation may stand already
  private List<String> extra(String above) {
    var parts = new ArrayList<String>();
    record("allergies on record", patient.allergies()).ifPresent(parts::add);
    record("conditions on record", patient.conditions()).ifPresent(parts::add);
    record("regular medication on record", patient.medications()).ifPresent(parts::add);
    answerText.detail(DetailKind.ALLERGIES).ifPresent(a -> parts.add("allergies as stated: " + a));
    var said =
        story
            .mentions()
            .filter(m ->
                m.present()
                    && m.finding().isCondition()
                    && !m.finding().isWho()
                    && (m.finding() != Finding.BREASTFEEDING || voice == Voice.YOU))
            .filter(
                m -> m.answer() ? !passages.isQualified(m.span()) : !passages.isDoubtful(m.span()))
            .filter(m -> voice == Voice.YOU || !passages.isOfOneself(m.span()))
            .map(m -> m.answer() ? m.finding().label() : passages.quoted(m.span()))
            .distinct()
            .filter(one -> !above.contains(one.substring(0, one.length() - 1)))
            .toList();
    if (!said.isEmpty()) parts.add("stated: " + String.join(", ", said));
    SecondNet.answer(story).ifPresent(parts::add);
    var wishes = PatientRequests.told(story);
    if (!wishes.isEmpty()) parts.add("wishes: " + String.join(", ", wishes));
    var warnings = ReportedDangers.of(story, urgency, passages);
    if (!warnings.isEmpty()) parts.add("warning signs told: " + String.join(", ", warnings));
    var reactions = ReportedReactions.in(story, passages);
    if (!reactions.isEmpty())
      parts.add("reaction to a medicine told: " + String.join(", ", reactions));
    var refusals = refusals();
    if (!refusals.isEmpty()) parts.add("declines emergency care: " + String.join(", ", refusals));
    var discretion = Discretion.told(story);
    if (!discretion.isEmpty())
      parts.add("is not to be passed on: " + String.join(", ", discretion));
    var questions = QuestionsBack.told(story);
    if (!questions.isEmpty()) parts.add("questions to the doctor: " + String.join(", ", questions));
    var conditions = answerText.raw(DetailKind.CONDITIONS);
    conditions.ifPresent(c -> parts.add("long-term conditions as stated: " + c));
    if (patient.caseHistory() != null && !patient.caseHistory().isBlank())
      parts.add("newest case history: " + Quote.oneLine(patient.caseHistory(), LONGEST_HISTORY));
    return parts;
  }

  /// Where the patient, or who writes for the patient, does not want to go or to call.
  private List<String> refusals() {
    if (urgency.level() != UrgencyLevel.RED) return List.of();
    return story
        .mentions()
        .filter(m -> m.present() && m.finding() == Finding.REFUSES_HELP)
        .filter(m -> !passages.isQuestion(m.span()))
        .map(m -> passages.quoted(m.span()))
        .distinct()
        .limit(2)
        .toList();
  }

  private static Optional<String> record(String name, List<String> items) {
    var listed =
        items.stream().filter(i -> !i.isBlank()).map(i -> Quote.oneLine(i, 80)).limit(10).toList();
    return listed.isEmpty()
        ? Optional.empty()
        : Optional.of(name + ": " + String.join(", ", listed));
  }
}
