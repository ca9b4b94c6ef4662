package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.ai.interview.Consultation.adult;
import static poca.ai.interview.Consultation.child;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WholeInterviewTest {

  private static final Intake.PatientRecord MAN = adult(45, "male");
  private static final Intake.PatientRecord WOMAN = adult(28, "female");

  private static Consultation with(Intake.PatientRecord patient) {
    return new Consultation(patient);
  }

  private static Arguments interview(
      String name,
      Supplier<Consultation> played,
      String asks,
      String neverAsks,
      String says,
      String neverSays) {
    return Arguments.of(name, played, asks, neverAsks, says, neverSays);
  }

  /// name | how it goes | fragments of questions asked | never asked | in the summary | never in
  /// the summary
  static Stream<Arguments> interviews() {
    return Stream.of(
        interview(
            "adult fever",
            () ->
                with(MAN)
                    .answering("temperature", "101.5 F")
                    .answering("medicine", "took paracetamol 500 mg twice")
                    .play("I have had a fever since yesterday"),
            "temperature;stiff neck;confusion;better, worse",
            "How long;diaper;pregnant",
            "fever, duration: since yesterday;38.6 °C (said: \"101.5 F\")"
                + ";stiff neck;Urgency: GREEN;45 years old, male, 70 kg",
            "not known"),
        interview(
            "everything told at once",
            () ->
                with(MAN)
                    .play(
                        "fever 39.4 C for 4 days, took ibuprofen 400, no stiff neck, no rash, no"
                            + " confusion, no cough, no sore throat, no vomiting, no burning"
                            + " urine"),
            "allergies",
            "How long;temperature;Which medicine;any of these",
            "39.4 °C;for 4 days;took ibuprofen 400;Urgency: YELLOW",
            "present:"),
        interview(
            "child with cough",
            () ->
                with(child(800))
                    .answering("medicine", "honey")
                    .answering("drinking", "yes")
                    .answering("dry or", "dry")
                    .play("My daughter has a cough for 3 days, no fever"),
            "trouble breathing;better, worse;coughing up blood;Is your child drinking",
            "How long;fever",
            "cough, duration: for 3 days;drinking as usual;associated symptoms absent: trouble breathing, coughing up blood;2 years old",
            "confusion"),
        interview(
            "abdominal pain in a woman",
            () ->
                with(WOMAN)
                    .answering("When did", "two days ago")
                    .answering("Where", "lower right side")
                    .answering("pregnant", "no")
                    .answering("vomiting", "only vomiting")
                    .play("bad stomach ache"),
            "Where exactly;pregnant;vomiting or fever;When did the pain start",
            "strong;cough",
            "\"bad stomach ache\", duration: two days ago;lower right;vomiting;Urgency: RED;bad",
            "present: fever"),
        interview(
            "abdominal pain in a man",
            () ->
                with(MAN)
                    .answering("How long", "since this morning")
                    .answering("Where", "around the navel")
                    .answering("strong", "6")
                    .play("stomach pain"),
            "Where exactly;fainting;How long;fever",
            "pregnant",
            "since this morning;around the navel;absent: fainting, fever;Urgency: GREEN",
            "pregnan"),
        interview(
            "chest pain",
            () ->
                with(MAN)
                    .answering("arm", "yes, down my left arm")
                    .answering("start", "2 hours ago")
                    .play("chest pain"),
            "spreading to the arm or sweating;When did the chest pain start;blood thinners",
            "diaper;pregnant",
            "chest pain, duration: 2 hours ago;down my left arm;emergency"
                + " care;ECG;Urgency: RED",
            "sweating"),
        interview(
            "newborn fever",
            () ->
                with(child(40))
                    .answering("diapers", "2")
                    .answering("feeding", "no")
                    .play("my baby has 38.4 C since last night"),
            "Is your baby feeding as usual",
            "How long;temperature;cough;How old",
            "40 days old;38.4 °C;since last night;poor feeding;Urgency: RED;emergency care",
            "Is your baby"),
        interview(
            "newborn jaundice",
            () ->
                with(child(4))
                    .answering("day of life", "day 2")
                    .answering("feeding", "yes")
                    .answering("stools", "mustard yellow")
                    .play("my baby looks yellow"),
            "day of life;feeding;drowsiness;fever",
            "temperature;strong;cough",
            "looks yellow;feeding as usual;bilirubin;Urgency: YELLOW",
            "Urgency: RED"),
        interview(
            "crying infant",
            () ->
                with(child(100))
                    .answering("feeding", "yes")
                    .answering("How long", "3 evenings")
                    .answering("diapers", "six")
                    .play("She cries a lot in the evening"),
            "blood in stool;How long;any fever;feeding",
            "cough;strong;phlegm",
            "crying;3 evenings;Not asked: Is there any inconsolable crying?;Urgency: GREEN",
            "emergency"),
        interview(
            "infant feeding",
            () ->
                with(adult(31, "female"))
                    .answering("diapers", "4")
                    .answering("How long", "since yesterday")
                    .answering("breastfed", "formula")
                    .play("my 3 month old son is not feeding well"),
            "wet diapers;unusually drowsy;How long;fever",
            "How old;pregnant",
            "is not feeding well\", duration: since yesterday;the words name somebody else"
                + " too;Urgency: YELLOW",
            "31 days"),
        interview(
            "umbilical cord",
            () ->
                with(child(9))
                    .answering("any of these", "no")
                    .answering("feeding", "yes")
                    .answering("How long", "3 days")
                    .play("The umbilical cord smells bad"),
            "feeding;How long",
            "strong;cough;phlegm",
            "cord smells bad;Urgency: YELLOW",
            "RED"),
        interview(
            "infant vomiting",
            () ->
                with(child(120))
                    .answering("colour", "white milk")
                    .answering("diapers", "5")
                    .answering("How long", "since this morning")
                    .play("she keeps vomiting after every feed"),
            "colour;wet diapers;How long",
            "strong;phlegm",
            "keeps vomiting;white milk;Urgency: YELLOW",
            "green"),
        interview(
            "urinary",
            () ->
                with(WOMAN)
                    .answering("How long", "2 days")
                    .answering("pregnant", "yes")
                    .play("burning when I pee"),
            "How long;any fever;flank pain;pregnant",
            "cough;temperature",
            "\"burning when I pee\", duration: 2 days;stated: pregnant;Urgency: YELLOW",
            "Urgency: GREEN"),
        interview(
            "headache",
            () ->
                with(MAN)
                    .answering("suddenly", "gradually")
                    .answering("How long", "a week")
                    .answering("strong", "4/10")
                    .play("headache"),
            "suddenly or gradually;stiff neck;confusion;How long",
            "diaper;phlegm",
            "a week;gradually;Urgency: YELLOW",
            "sudden onset"),
        interview(
            "general concern",
            () ->
                with(MAN)
                    .answering("How long", "about 3 months")
                    .answering("symptoms", "none")
                    .answering("bad", "2")
                    .play("My toenail looks weird"),
            "How long;other symptoms;how bad;medicine".replace("how bad", "How bad"),
            "fever;cough;temperature",
            "\"My toenail looks weird\", duration: about 3 months;2/10;medication: as answered \"no\";Urgency: GREEN",
            "fever"),
        interview(
            "greeting first",
            () ->
                with(MAN)
                    .answering("main health concern", "sore throat for 2 days")
                    .play("Hello doctor"),
            "What is the main health concern;trouble breathing;better, worse",
            "How long",
            "sore throat, duration: for 2 days",
            "Hello"),
        interview(
            "does not know",
            () ->
                with(child(900))
                    .answering("temperature", "I don't know, no thermometer")
                    .answering("How long", "not sure")
                    .play("my son has fever"),
            "temperature;How long",
            "stiff neck",
            "not known to the patient: duration, temperature;duration: not clear",
            "°C ("),
        interview(
            "injury",
            () ->
                with(MAN)
                    .answering("How did", "slipped on ice")
                    .answering("When", "an hour ago")
                    .answering("strong", "3")
                    .play("I injured my wrist"),
            "How did;When did;bleeding that does not stop",
            "cough;fever",
            "injury;slipped on ice;Urgency: GREEN",
            "RED"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("interviews")
  void a_whole_interview(
      String name,
      Supplier<Consultation> played,
      String asks,
      String neverAsks,
      String says,
      String neverSays) {
    var consultation = played.get();
    var questions = consultation.questions;
    assertThat(consultation.turns.getLast())
        .as("ends with the summary: %s", questions)
        .isInstanceOf(AssistantTurn.Summary.class);
    assertThat(consultation.turns).filteredOn(AssistantTurn::isSummary).hasSize(1);
    assertThat(consultation.counted()).hasSizeLessThanOrEqualTo(4);
    assertThat(questions).doesNotHaveDuplicates();
    assertThat(questions)
        .allSatisfy(q ->
            assertThat(q)
                .endsWith("?")
                .hasSizeLessThan(140)
                .matches("[A-Z].*")
                .doesNotContain("{"));
    var all = String.join("\n", questions);
    assertThat(all).contains(asks.split(";", -1));
    assertThat(all).doesNotContain(neverAsks.split(";", -1));
    var summary = consultation.summary();
    assertThat(summary).contains(says.split(";", -1)).doesNotContain(neverSays.split(";", -1));
    assertThat(summary)
        .containsSubsequence(
            "Summary for the Pediatrician",
            "Patient: ",
            "Main concern: ",
            "Condition: ",
            "Remedy or medication: ",
            "Key questions:",
            "\n1. ",
            "\n2. ",
            "Urgency: ");
    assertThat(played.get().turns)
        .as("the same input gives the same output")
        .isEqualTo(consultation.turns);
  }
}
