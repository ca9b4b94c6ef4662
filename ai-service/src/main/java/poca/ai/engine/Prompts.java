package poca.ai.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.engine.provider.Prompt;
import poca.ai.engine.provider.Prompt.Said;
import poca.ai.interview.Assessment;
import poca.ai.interview.Bounds;
import poca.ai.interview.Intake;
import poca.ai.triage.UrgencyLevel;

/// Writes what a model is asked. The system text is ours alone; whatever a patient, a doctor or a
/// record says stands between fences as data, without names, contacts, addresses and ids.
final class Prompts {

  private static final String INTERVIEWER = text("interviewer.txt");
  private static final String DRAFTER = text("drafter.txt");
  private static final String SUMMARISER = text("summariser.txt");
  private static final String SUGGESTER = text("suggester.txt");

  private static final double STEADY = 0.2;
  private static final int LONGEST_ANSWER = 1500;

  /// Contract 6.4.
  private static final double WARM = 0.7;

  private static final int LONGEST_DRAFT = 500;

  /// Contract 6.4.
  private static final double SOBER = 0.3;

  private static final int LONGEST_CASE_TEXT = 700;

  private static final int LONGEST_HISTORY = 2000;
  private static final int LONGEST_DOCUMENT = 1000;
  private static final int LONGEST_ITEM = 120;
  private static final int MOST_ITEMS = 30;
  private static final int LONGEST_MESSAGE = 6000;

  /// Of a long conversation a model gets the beginning and the newest.
  private static final int NEWEST = 30;

  private Prompts() {}

  private static String text(String name) {
    try (var file = Prompts.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Prompt interview(Assessment assessment) {
    var intake = assessment.intake();
    var said = new ArrayList<Said>();
    var names = intake.names();
    var facts = facts(intake.doctor(), intake.patient(), names);
    var pending = new StringBuilder(facts);
    var exchanges = assessment.story().exchanges();
    for (int i = 0; i < exchanges.size(); i++) {
      if (i > 0 && i < exchanges.size() - NEWEST) continue;
      var exchange = exchanges.get(i);
      // A message without an answer and the next one are one turn.
      if (!pending.isEmpty()) pending.append("\n\n");
      pending.append(fenced("patient", exchange.message(), LONGEST_MESSAGE, names));
      var response = exchange.response();
      if (response == null) continue;
      said.add(new Said(false, pending.toString()));
      pending.setLength(0);
      said.add(
          new Said(
              true,
              InterviewerOutput.written(Deidentifier.text(response, names), exchange.isSummary())));
    }
    pending.append("\n\n").append(next(assessment));
    said.add(new Said(false, pending.toString()));
    return new Prompt(INTERVIEWER, said, InterviewerOutput.SCHEMA, STEADY, LONGEST_ANSWER);
  }

  private static String next(Assessment assessment) {
    var left = Bounds.questionsLeft(assessment);
    var advised =
        assessment.urgency().level() == UrgencyLevel.RED
            ? "This is an emergency: the advice to seek emergency care now was given, do not repeat it. Ask only"
                + " what helps emergency care. "
            : "";
    if (left == 0) return advised + "No question is left. Give the summary now, isSummary true.";
    var most =
        left == 1 ? "You may ask one more question. " : "You may ask " + left + " more questions. ";
    return advised
        + most
        + (Bounds.maySumUp(assessment)
            ? "Ask one now, or give the summary if you know enough."
            : "Ask one now; it is too early for the summary.");
  }

  /// The same with what was wrong about the answer.
  static Prompt again(Prompt prompt, String answer, String wrong) {
    var said = new ArrayList<>(prompt.said());
    said.add(new Said(true, answer.isBlank() ? "{}" : answer));
    said.add(new Said(false, "That cannot be used: " + wrong + " Answer again."));
    return new Prompt(
        prompt.system(), said, prompt.schema(), prompt.temperature(), prompt.mostTokens());
  }

  static Prompt draft(Engine.Drafting drafting) {
    var text =
        facts(drafting.doctor(), drafting.patient(), drafting.names())
            + "\n\n"
            + fenced("summary", drafting.summary(), 20_000, drafting.names())
            + "\n\nUrgency: "
            + drafting.level().wire()
            + (drafting.understood() ? "" : ", and not everything was understood")
            + ". The emergency number is "
            + drafting.emergencyNumber()
            + ". Write the reply.";
    return new Prompt(DRAFTER, List.of(new Said(false, text)), null, WARM, LONGEST_DRAFT);
  }

  static Prompt summarise(Engine.Summarising summarising) {
    var names = summarising.names();
    var text = new StringBuilder(fenced("summary", summarising.summary(), 20_000, names));
    for (var document : summarising.documents())
      text.append("\n\n").append(fenced("document", document, LONGEST_DOCUMENT, names));
    text.append("\n\nWrite the text.");
    return new Prompt(
        SUMMARISER, List.of(new Said(false, text.toString())), null, SOBER, LONGEST_CASE_TEXT);
  }

  static Prompt suggest(Engine.Suggesting suggesting) {
    var names = suggesting.names();
    var text = new StringBuilder(facts(suggesting.doctor(), suggesting.patient(), names));
    for (var said : suggesting.said())
      text.append("\n\n").append(fenced("patient", said, LONGEST_MESSAGE, names));
    text.append("\n\nName the problems.");
    return new Prompt(
        SUGGESTER, List.of(new Said(false, text.toString())), PROBLEMS, STEADY, LONGEST_ANSWER);
  }

  private static final Map<String, Object> PROBLEMS =
      object(
          Map.of(
              "problems",
              Map.of(
                  "type",
                  "array",
                  "items",
                  object(
                      Map.of(
                          "problem",
                          Map.of("type", "string"),
                          "likelihood",
                          Map.of("type", "string", "enum", List.of("high", "medium", "low")),
                          "quotes",
                          Map.of("type", "array", "items", Map.of("type", "string")))))));

  private static Map<String, Object> object(Map<String, Object> fields) {
    return Map.of(
        "type",
        "object",
        "properties",
        fields,
        "required",
        List.copyOf(fields.keySet()),
        "additionalProperties",
        false);
  }

  private static String facts(
      Intake.Doctor doctor, Intake.PatientRecord patient, Set<String> names) {
    var lines = new ArrayList<String>();
    var designation = doctor.designation();
    add(
        lines,
        "the doctor is a",
        designation == null || designation.isBlank() ? "doctor" : designation);
    add(lines, "patient's age in years", patient.ageYears());
    if (patient.ageDays() != null && patient.ageDays() < 1000)
      add(lines, "patient's age in days", patient.ageDays());
    add(lines, "gender", patient.gender());
    add(lines, "weight in kg", patient.weightKg());
    add(lines, "height in cm", patient.heightCm());
    add(lines, "blood group", patient.bloodGroup());
    add(lines, "who writes", writer(patient.relation()));
    add(lines, "allergies", joined(patient.allergies()));
    add(lines, "medication", joined(patient.medications()));
    add(lines, "conditions", joined(patient.conditions()));
    var history = patient.caseHistory();
    if (history != null && !history.isBlank())
      lines.add("newest case history: " + cut(history, LONGEST_HISTORY));
    return fenced("record", String.join("\n", lines), 10_000, names);
  }

  private static @Nullable String writer(@Nullable String relation) {
    if (relation == null) return null;
    return relation.equals("self")
        ? "the patient"
        : "somebody else, of whom the patient is the " + relation;
  }

  private static @Nullable String joined(List<String> items) {
    return items.isEmpty()
        ? null
        : String.join(
            "; ", items.stream().limit(MOST_ITEMS).map(i -> cut(i, LONGEST_ITEM)).toList());
  }

  private static void add(List<String> lines, String name, @Nullable Object value) {
    if (value == null || value.toString().isBlank()) return;
    lines.add(
        name + ": " + cut(value.toString().replaceAll("\\s+", " "), MOST_ITEMS * LONGEST_ITEM));
  }

  /// No text can close its own fence.
  private static String fenced(String what, String data, int longest, Set<String> names) {
    var safe =
        Deidentifier.text(cut(data, longest), names).replace("<<<", "‹‹‹").replace(">>>", "›››");
    return "<<<" + what + "\n" + safe + "\n" + what + ">>>";
  }

  private static String cut(String text, int longest) {
    if (text.codePointCount(0, text.length()) <= longest) return text;
    return text.substring(0, text.offsetByCodePoints(0, longest)) + " [...]";
  }
}
