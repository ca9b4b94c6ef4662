package poca.ai.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import poca.ai.interview.Contraindications;
import poca.ai.interview.Intake;
import poca.ai.reading.Finding;
import poca.ai.reading.Medicines;
import poca.ai.triage.Level;

/// Writes the draft of a reply by rule (contract 6.4): as a busy doctor texts, about this patient's
/// complaint. It says nothing that the summary or the record do not carry.
final class DraftText {

  private static final int MOST_NAMED = 3;
  private static final double YEAR = 365.25;

  /// Findings that a reader of the reply is glad to have confirmed as absent.
  private static final Set<Finding> WORTH_DENYING =
      Set.of(
          Finding.FEVER,
          Finding.BREATHLESS,
          Finding.RASH,
          Finding.VOMITING,
          Finding.CHEST_PAIN,
          Finding.BLOODY_STOOL,
          Finding.STIFF_NECK,
          Finding.CONFUSION,
          Finding.HEADACHE,
          Finding.DIARRHOEA,
          Finding.BLOOD_URINE,
          Finding.NUMBNESS,
          Finding.WHEEZE);

  private static final String YOU_ASKED = "You asked ";

  private static final Pattern OF_MEDICINE =
      Pattern.compile(
          "\\b(?:tablets?|pills?|medicines?|medication|dose|antibiotics?|painkillers?|take|taking|drug)\\b",
          Pattern.CASE_INSENSITIVE);

  private final Brief brief;
  private final Intake.PatientRecord patient;
  private final DraftSettings settings;
  private final Contraindications record;

  private DraftText(Brief brief, Intake.PatientRecord patient, DraftSettings settings) {
    this.brief = brief;
    this.patient = patient;
    this.settings = settings;
    this.record = Contraindications.of(patient, brief.text());
  }

  static String of(Brief brief, Intake.PatientRecord patient, DraftSettings settings) {
    return new DraftText(brief, patient, settings).text();
  }

  private String text() {
    var sentences = new ArrayList<String>();
    var language = brief.language();
    if (language != null)
      sentences.add(
          "Your words are in " + language + ": they have to be translated before I can answer.");
    sentences.add("I have read your summary: " + findings() + ".");
    if (brief.level() != Level.RED && !brief.understood()) {
      unclear(sentences);
      return String.join(" ", sentences);
    }
    if (brief.level() == Level.GREEN && brief.present().isEmpty() && !brief.wishes().isEmpty()) {
      sentences.addAll(WishReply.to(brief.wishes()));
      sentences.add("Write to me at once if you feel unwell.");
      allergies(sentences);
      return String.join(" ", sentences);
    }
    switch (brief.level()) {
      case RED -> red(sentences);
      case YELLOW -> {
        home(sentences);
        sentences.add(
            isTooYoung() || visitIs(Advice.Visit.TODAY)
                ? "Please book a visit for today."
                : visitIs(Advice.Visit.WANTED)
                    ? "Please book a visit in the next day or two."
                    : "Please book a visit if it is not clearly better in "
                        + settings.followUpDays()
                        + " days.");
        comeBack(sentences);
      }
      case GREEN -> {
        home(sentences);
        sentences.add(
            isTooYoung() || visitIs(Advice.Visit.TODAY)
                ? "Please book a visit for today."
                : visitIs(Advice.Visit.WANTED)
                    ? "Please book a visit for this."
                    : asksBack(sentences)
                        ? "When I have your answer I can say whether I need to see you."
                        : "Book a visit if you want me to look at it, and in any case if it is not"
                            + " clearly better in "
                            + settings.followUpDays()
                            + " days.");
        comeBack(sentences);
      }
    }
    return String.join(" ", sentences);
  }

  /// Whether the reply asks for something itself; what it quotes of the patient's questions does
  /// not.
  private static boolean asksBack(List<String> sentences) {
    return sentences.stream()
        .skip(1)
        .anyMatch(sentence -> sentence.contains("?") && !sentence.startsWith(YOU_ASKED));
  }

  private String findings() {
    var text = new StringBuilder(brief.concern());
    var duration = brief.duration();
    if (duration != null) {
      text.append(Phrase.lasting(duration));
    }
    var celsius = brief.celsius();
    if (celsius != null) {
      text.append(String.format(Locale.ROOT, ", %.1f °C", celsius));
    }
    var concern = brief.concern().toLowerCase(Locale.ROOT);
    var also = labels(brief.present().stream().filter(f -> !concern.contains(f.label())).toList());
    if (!also.isEmpty()) {
      text.append(", also ").append(Phrase.list(also, "and"));
    }
    var without = labels(brief.absent().stream().filter(WORTH_DENYING::contains).toList());
    if (!without.isEmpty()) {
      text.append(", no ").append(Phrase.list(without, "or"));
    }
    return text.toString();
  }

  private static List<String> labels(List<Finding> findings) {
    return findings.stream().limit(MOST_NAMED).map(Finding::label).toList();
  }

  /// Nobody may be told what to do about something that was not understood, least of all to wait.
  private void unclear(List<String> sentences) {
    sentences.add(
        "I want to be sure that I understand you: what troubles you most, since when, and is it"
            + " getting worse?");
    sentences.add("Please write to me today, or book a visit for today or tomorrow.");
    sentences.add(
        "If it gets worse or you cannot wait for my answer, call "
            + settings.emergencyNumber()
            + ".");
    sentences.addAll(WishReply.to(brief.wishes()));
    questionsBack(sentences);
    allergies(sentences);
  }

  /// No home advice and no dose: neither may keep anybody from coming.
  private void red(List<String> sentences) {
    var reason = brief.reason();
    sentences.add(
        "This has to be seen now"
            + (reason == null ? "" : " (" + why(reason) + ")")
            + ": come in at once, call "
            + settings.emergencyNumber()
            + " or go to the nearest emergency department.");
    if (brief.refusesHelp()) refused(sentences);
    sentences.add(
        "If it gets worse or you cannot travel, call " + settings.emergencyNumber() + ".");
    if (!brief.remedies().isEmpty()) {
      sentences.add("Bring what you have taken: " + taken() + ".");
    }
    if (AntiInflammatory.isNamed(brief)) antiInflammatory(sentences);
    taken(sentences);
    allergies(sentences);
    if (!brief.wishes().isEmpty())
      sentences.add(
          "Your wish for "
              + Phrase.list(brief.wishes(), "and")
              + " is noted: I see to it once you have been seen.");
    questionsBack(sentences);
    sentences.add("Write to me when you are on the way.");
  }

  /// A refusal of help: why it matters, what to do at least, whom to call.
  private void refused(List<String> sentences) {
    sentences.add(
        "I understand that hospital is not wanted, but this cannot be judged from here and can turn"
            + " dangerous or leave lasting harm within hours.");
    sentences.add(
        "At least do not stay alone, tell somebody close what to watch for, and call me now to"
            + " talk about it.");
  }

  /// What the patient asked beside all else; nothing of it is decided by a rule.
  private void questionsBack(List<String> sentences) {
    var asked = brief.questions().stream().limit(2).map(q -> "\"" + q + "\"").toList();
    if (asked.isEmpty()) return;
    boolean ofMedicine = brief.questions().stream().anyMatch(q -> OF_MEDICINE.matcher(q).find());
    sentences.add(
        YOU_ASKED
            + Phrase.list(asked, "and")
            + ": "
            + (brief.level() == Level.RED
                ? "that is decided when you are seen"
                : "I answer that with your record before me")
            + (ofMedicine ? "; until then change nothing else about your medicines." : "."));
  }

  /// The interviewer's tag quotes the patient.
  private static String why(String reason) {
    return reason.startsWith("\"") ? "you wrote " + reason : reason;
  }

  private String taken() {
    var named = Medicines.in(String.join("\n", brief.remedies()).toLowerCase(Locale.ROOT));
    if (!named.isEmpty()) return Phrase.list(List.copyOf(named), "and");
    return Phrase.shortened(brief.remedies().getFirst(), 80);
  }

  private void home(List<String> sentences) {
    advice().stream().map(Advice::text).forEach(sentences::add);
    if (brief.hasAny(Advice.LOSING_FLUID)) {
      sentences.add(fluids());
    }
    if (advice().isEmpty() && !brief.hasAny(Advice.LOSING_FLUID)) {
      sentences.add("Please watch it and note what makes it better or worse.");
    }
    conditions(sentences);
    if (brief.hasAny(Advice.FEVER_OR_PAIN)) {
      medicine(sentences);
    }
    sentences.addAll(WishReply.to(brief.wishes()));
    questionsBack(sentences);
    allergies(sentences);
    questions(sentences);
  }

  private List<Advice> advice() {
    var mainly = Advices.ALL.stream().filter(a -> brief.isMainly(a.to())).limit(2).toList();
    if (!mainly.isEmpty()) {
      return mainly;
    }
    return Advices.ALL.stream().filter(a -> brief.hasAny(a.to())).limit(2).toList();
  }

  private boolean isTooYoung() {
    return brief.hasAny(Advice.FEVER_OR_PAIN)
        && Paracetamol.of(brief, patient) instanceof Paracetamol.TooYoung;
  }

  private boolean visitIs(Advice.Visit visit) {
    return advice().stream().anyMatch(a -> a.visit() == visit);
  }

  /// WHO, treatment plan A for diarrhoea: 50-100 ml after each loose stool under 2 years, 100-200
  /// ml up to 10 years, older as much as wanted.
  private String fluids() {
    var age = brief.ageDays();
    var amount =
        age == null
            ? "in small sips, often"
            : age < 2 * YEAR
                ? "50 to 100 ml after each loose stool or vomiting, by spoon"
                : age < 10 * YEAR
                    ? "100 to 200 ml after each loose stool or vomiting"
                    : "as much as wanted after each loose stool or vomiting";
    return "Oral rehydration solution "
        + amount
        + ". Write at once if there is blood, no urine for 8 hours, or nothing stays down.";
  }

  private void conditions(List<String> sentences) {
    var has = brief.conditions();
    if (has.contains(Finding.ASTHMA)
        && brief.hasAny(
            Set.of(
                Finding.COUGH,
                Finding.DRY_COUGH,
                Finding.WET_COUGH,
                Finding.WHEEZE,
                Finding.COLD))) {
      sentences.add(
          "With the asthma, keep the reliever at hand and tell me if it is needed more than usual.");
    }
    if (has.contains(Finding.DIABETES)) {
      sentences.add("With the diabetes, check the sugar more often while this lasts.");
    }
    if (has.contains(Finding.PREGNANT)) {
      sentences.add("In pregnancy, take nothing else without asking me.");
    }
    if (brief.hasAny(Advice.FEVER_OR_PAIN) || AntiInflammatory.isNamed(brief))
      antiInflammatory(sentences);
    taken(sentences);
    if (has.contains(Finding.EPILEPSY) && brief.hasAny(Set.of(Finding.FEVER))) {
      sentences.add("Do not miss a dose of the epilepsy medicine.");
    }
  }

  /// Of what the patient took without us: what record or summary speak against.
  private void taken(List<String> sentences) {
    var prescribed =
        Medicines.in(String.join("\n", patient.medications()).toLowerCase(Locale.ROOT));
    Medicines.in(String.join("\n", brief.remedies()).toLowerCase(Locale.ROOT)).stream()
        .filter(medicine -> !prescribed.contains(medicine) && !AntiInflammatory.is(medicine))
        .sorted()
        .forEach(medicine -> {
          var why = record.against(medicine);
          if (why != null)
            sentences.add("No more " + medicine + " until we have spoken (" + why + ").");
        });
  }

  private void antiInflammatory(List<String> sentences) {
    var against = AntiInflammatory.against(record);
    // Many with asthma bear them: it is said where one is spoken of.
    if ("the asthma".equals(against) && !AntiInflammatory.isNamed(brief)) return;
    if (against != null) sentences.add("No ibuprofen or aspirin with " + against + ".");
  }

  private void medicine(List<String> sentences) {
    switch (Paracetamol.of(brief, patient)) {
      case Paracetamol.Dose dose -> {
        var already = Paracetamol.isNamedIn(brief.remedies());
        sentences.add(
            Character.toUpperCase(dose.text().charAt(0)) + dose.text().substring(1) + ".");
        if (already) {
          sentences.add("You had paracetamol already: leave 6 hours after the last dose.");
        }
      }
      case Paracetamol.Missing missing -> {
        var wanted =
            missing.age()
                ? missing.weight() ? List.of("the age", "the weight in kg") : List.of("the age")
                : List.of("the weight in kg");
        sentences.add(
            "What is "
                + Phrase.list(wanted, "and")
                + "? Then I can give you the paracetamol dose.");
        if (missing.age() && brief.present().contains(Finding.FEVER)) {
          sentences.add("A baby under 3 months with fever has to be seen today.");
        }
      }
      case Paracetamol.Doubtful doubtful ->
          sentences.add(
              "The record says "
                  + Paracetamol.kilograms(doubtful.weightKg())
                  + " kg, is that right? Then I can give you the paracetamol dose.");
      case Paracetamol.Against against ->
          sentences.add(
              "No paracetamol because of "
                  + against.because()
                  + "; I will choose something else with you.");
      case Paracetamol.TooYoung _ ->
          sentences.add("At this age no medicine before I have examined the baby.");
    }
  }

  private void allergies(List<String> sentences) {
    var known = patient.allergies().stream().limit(MOST_NAMED).map(String::strip).toList();
    if (!known.isEmpty()) {
      sentences.add("Allergy on file: " + Phrase.list(known, "and") + ".");
    }
  }

  private void questions(List<String> sentences) {
    if (brief.duration() == null) {
      sentences.add("Since when is it?");
    }
    if (brief.present().contains(Finding.FEVER) && brief.celsius() == null) {
      sentences.add("What does the thermometer say?");
    }
  }

  private void comeBack(List<String> sentences) {
    var signs = advice().stream().map(Advice::comeBack).toList();
    var urgent = brief.level() == Level.YELLOW ? "Come sooner if " : "Write at once if ";
    if (signs.isEmpty() && brief.hasAny(Advice.LOSING_FLUID)) {
      return;
    }
    if (signs.isEmpty()) {
      sentences.add(urgent + "it gets worse.");
    } else {
      sentences.add(urgent + String.join(", or if ", signs) + ".");
    }
  }
}
