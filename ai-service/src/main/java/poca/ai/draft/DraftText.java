package poca.ai.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import poca.ai.interview.Contraindications;
import poca.ai.interview.Intake;
import poca.ai.reading.Finding;
import poca.ai.reading.Story;
import poca.ai.triage.UrgencyLevel;

/// Writes the draft of a reply by rule (contract 6.4): as a busy doctor texts, about this patient's
/// complaint. It says nothing that the summary or the record do not carry.
final class DraftText {

  private static final int MOST_NAMED = 3;
  private static final int MOST_NAMED_RED = 5;
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

  /// What is seldom harmless with these.
  private static final Set<Finding> WEIGHS =
      Set.of(
          Finding.PREGNANT,
          Finding.POSTPARTUM,
          Finding.BLOOD_THINNER,
          Finding.WEAK_IMMUNITY,
          Finding.CANCER_TREATMENT,
          Finding.HEART_DISEASE);

  private static final Set<Finding> DRY =
      Set.of(
          Finding.LITTLE_URINE,
          Finding.NO_URINE,
          Finding.POOR_FEEDING,
          Finding.NOT_FEEDING,
          Finding.POOR_DRINKING,
          Finding.PERSISTENT_VOMITING);

  private final PostedSummary postedSummary;
  private final Intake.PatientRecord patient;
  private final DraftSettings settings;
  private final Contraindications record;

  private DraftText(
      PostedSummary postedSummary, Intake.PatientRecord patient, DraftSettings settings) {
    this.postedSummary = postedSummary;
    this.patient = patient;
    this.settings = settings;
    this.record = Contraindications.of(patient, postedSummary.text());
  }

  static String of(
      PostedSummary postedSummary, Intake.PatientRecord patient, DraftSettings settings) {
    return new DraftText(postedSummary, patient, settings).text();
  }

  private String text() {
    var sentences = new ArrayList<String>();
    var language = postedSummary.language();
    if (language != null)
      sentences.add(
          "Your words are in " + language + ": they have to be translated before I can answer.");
    sentences.add("I have read your summary: " + findings() + ".");
    if (postedSummary.level() != UrgencyLevel.GREEN) onRecord(sentences);
    if (postedSummary.level() != UrgencyLevel.RED && !postedSummary.understood()) {
      unclear(sentences);
      return String.join(" ", sentences);
    }
    if (postedSummary.level() == UrgencyLevel.GREEN
        && postedSummary.present().isEmpty()
        && !postedSummary.wishes().isEmpty()) {
      sentences.addAll(RequestReply.to(postedSummary.wishes()));
      sentences.add("Write to me at once if you feel unwell.");
      new SelfMedication(postedSummary, patient, record).allergies(sentences);
      return String.join(" ", sentences);
    }
    switch (postedSummary.level()) {
      case RED -> new EmergencyReply(postedSummary, patient, record, settings).to(sentences);
      case YELLOW -> {
        home(sentences);
        sentences.add(
            isTooYoung() || isDryingOut() || visitIs(Advice.Visit.TODAY)
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

  /// What makes more of what is told, as it stands on record.
  private void onRecord(List<String> sentences) {
    var weighs =
        Stream.concat(patient.conditions().stream(), patient.medications().stream())
            .filter(item -> Story.named(item).stream().anyMatch(WEIGHS::contains))
            .map(String::strip)
            .limit(MOST_NAMED)
            .toList();
    if (!weighs.isEmpty()) sentences.add("On record: " + Phrasing.list(weighs, "and") + ".");
  }

  /// Whether the reply asks for something itself; what it quotes of the patient's questions does
  /// not.
  private static boolean asksBack(List<String> sentences) {
    return sentences.stream()
        .skip(1)
        .anyMatch(
            sentence -> sentence.contains("?") && !sentence.startsWith(AnswersBack.YOU_ASKED));
  }

  private String findings() {
    var text = new StringBuilder(postedSummary.concern());
    var duration = postedSummary.duration();
    if (duration != null && !postedSummary.concern().contains(duration)) {
      text.append(Phrasing.lasting(duration));
    }
    var celsius = postedSummary.celsius();
    if (celsius != null) {
      text.append(String.format(Locale.ROOT, ", %.1f °C", celsius));
    }
    var concern = postedSummary.concern().toLowerCase(Locale.ROOT);
    var also =
        postedSummary.names().values().stream()
            .filter(name -> !concern.contains(name.toLowerCase(Locale.ROOT)))
            .limit(postedSummary.level() == UrgencyLevel.RED ? MOST_NAMED_RED : MOST_NAMED)
            .toList();
    text.append(postedSummary.weeksPregnant());
    if (!also.isEmpty()) {
      text.append(", also ").append(Phrasing.list(also, "and"));
    }
    postedSummary.measured().forEach(value -> text.append(", ").append(value));
    var without =
        postedSummary.absent().stream()
            .filter(WORTH_DENYING::contains)
            .limit(MOST_NAMED)
            .map(Finding::label)
            .toList();
    if (!without.isEmpty()) {
      text.append(", no ").append(Phrasing.list(without, "or"));
    }
    return text.toString();
  }

  /// Nobody may be told what to do about something that was not understood, least of all to wait.
  private void unclear(List<String> sentences) {
    sentences.add(
        "I want to be sure that I understand you: what troubles you most"
            + (postedSummary.duration() == null ? ", since when, and" : ", and")
            + " is it getting worse?");
    boolean today = visitIs(Advice.Visit.TODAY);
    sentences.add(
        today
            ? "Please book a visit for today."
            : "Please write to me today, or book a visit for today or tomorrow.");
    if (today) comeBack(sentences);
    sentences.add(
        "If it gets worse or you cannot wait for my answer, call "
            + settings.emergencyNumber()
            + ".");
    sentences.addAll(RequestReply.to(postedSummary.wishes()));
    new AnswersBack(postedSummary, record).to(sentences);
    new SelfMedication(postedSummary, patient, record).allergies(sentences);
  }

  private void home(List<String> sentences) {
    advice().stream().map(Advice::text).forEach(sentences::add);
    if (postedSummary.hasAny(Advice.LOSING_FLUID)) {
      sentences.add(fluids());
    }
    if (advice().isEmpty() && !postedSummary.hasAny(Advice.LOSING_FLUID)) {
      sentences.add("Please watch it and note what makes it better or worse.");
    }
    conditions(sentences);
    if (postedSummary.hasAny(Advice.FEVER_OR_PAIN)) {
      medicine(sentences);
    }
    sentences.addAll(RequestReply.to(postedSummary.wishes()));
    new AnswersBack(postedSummary, record).to(sentences);
    new SelfMedication(postedSummary, patient, record).allergies(sentences);
    questions(sentences);
  }

  private List<Advice> advice() {
    var mainly = atHome().filter(a -> postedSummary.isMainly(a.to())).limit(2).toList();
    if (!mainly.isEmpty()) {
      return mainly;
    }
    return atHome().filter(a -> postedSummary.hasAny(a.to())).limit(2).toList();
  }

  private static Stream<Advice> atHome() {
    return Advices.ALL.stream().filter(a -> a.visit() != Advice.Visit.NOW);
  }

  /// A small child that loses fluid and takes or passes little (NICE CG84, diarrhoea and vomiting
  /// in children under 5: who may be dehydrated is seen face to face).
  private boolean isDryingOut() {
    var age = postedSummary.ageDays();
    return age != null
        && age < 5 * YEAR
        && postedSummary.hasAny(Advice.LOSING_FLUID)
        && postedSummary.hasAny(DRY);
  }

  private boolean isTooYoung() {
    return postedSummary.hasAny(Advice.FEVER_OR_PAIN)
        && Paracetamol.of(postedSummary, patient) instanceof Paracetamol.TooYoung;
  }

  private boolean visitIs(Advice.Visit visit) {
    return advice().stream().anyMatch(a -> a.visit() == visit);
  }

  /// WHO, treatment plan A for diarrhoea: 50-100 ml after each loose stool under 2 years, 100-200
  /// ml up to 10 years, older as much as wanted.
  private String fluids() {
    var age = postedSummary.ageDays();
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
        + ". "
        + (isDryingOut()
            ? "Call "
                + settings.emergencyNumber()
                + " if there is floppiness, no waking up properly, no urine for 8 hours, or blood or"
                + " green in what comes up."
            : "Write at once if there is blood, no urine for 8 hours, or nothing stays down.");
  }

  private void conditions(List<String> sentences) {
    var has = postedSummary.conditions();
    if (has.contains(Finding.ASTHMA)
        && postedSummary.hasAny(
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
    var taken = new SelfMedication(postedSummary, patient, record);
    if (postedSummary.hasAny(Advice.FEVER_OR_PAIN) || AntiInflammatory.isNamed(postedSummary))
      taken.antiInflammatory(sentences);
    taken.others(sentences);
    if (has.contains(Finding.EPILEPSY) && postedSummary.hasAny(Set.of(Finding.FEVER))) {
      sentences.add("Do not miss a dose of the epilepsy medicine.");
    }
  }

  private void medicine(List<String> sentences) {
    switch (Paracetamol.of(postedSummary, patient)) {
      case Paracetamol.Dose dose -> {
        var already = Paracetamol.isNamedIn(postedSummary.remedies());
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
                + Phrasing.list(wanted, "and")
                + "? Then I can give you the paracetamol dose.");
        if (missing.age() && postedSummary.present().contains(Finding.FEVER)) {
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

  private void questions(List<String> sentences) {
    if (postedSummary.duration() == null) {
      sentences.add("Since when is it?");
    }
    if (postedSummary.present().contains(Finding.FEVER) && postedSummary.celsius() == null) {
      sentences.add("What does the thermometer say?");
    }
  }

  private void comeBack(List<String> sentences) {
    var signs = advice().stream().map(Advice::comeBack).toList();
    var urgent =
        postedSummary.level() == UrgencyLevel.YELLOW ? "Come sooner if " : "Write at once if ";
    if (signs.isEmpty() && postedSummary.hasAny(Advice.LOSING_FLUID)) {
      return;
    }
    if (signs.isEmpty()) {
      sentences.add(urgent + "it gets worse.");
    } else {
      sentences.add(urgent + String.join(", or if ", signs) + ".");
    }
  }
}
