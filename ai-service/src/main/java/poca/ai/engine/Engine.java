package poca.ai.engine;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Assessment;
import poca.ai.interview.Intake;
import poca.ai.reading.QuestionReading;
import poca.ai.source.Statements;
import poca.ai.triage.UrgencyLevel;

/// Answers a patient's newest message: with one follow-up question or, once, with the summary for
/// the doctor. How urgent the message is was rated before by rules that are the same for all.
public interface Engine {

  /// The one that needs no network.
  String BUILTIN = "builtin";

  /// As clients see it: `builtin`, `openai`, `gemini` or `vertexai`.
  String name();

  /// @param audience hears the answer as far as it is made and checked; what is made in no time it
  ///   does not hear of before
  Answer answer(Assessment assessment, Audience audience);

  /// Drafts the doctor's reply to a summary.
  Draft draft(Drafting drafting);

  /// Writes what a case history and its documents say, for whoever reads the case history.
  Draft summarise(Summarising summarising);

  /// What a doctor may think of beside what the rules name; without a model nothing.
  Draft suggest(Suggesting suggesting);

  /// @param engine who answered
  /// @param asked what it asks for, null if that has to be read from the message
  /// @param addition what the summary that has been given is to be extended by
  /// @param raised the turn under a higher urgency, if a model raised it on the patient's own words
  /// @param offered statements that a model gives with its summary, and the words that carry them
  /// @param uses what was used for it, whoever answered in the end
  record Answer(
      String message,
      boolean isSummary,
      String engine,
      @Nullable QuestionReading asked,
      @Nullable String addition,
      @Nullable Assessment raised,
      List<Statements.Offered> offered,
      List<Use> uses) {

    public Answer {
      offered = List.copyOf(offered);
      uses = List.copyOf(uses);
    }
  }

  /// What a draft is made from.
  ///
  /// @param level of the summary or of the session, whichever is higher
  /// @param understood contract 6.2.6: if not, no draft says that waiting is safe
  /// @param names of the people it is about, which are told to nobody outside
  /// @param emergencyNumber EMERGENCY_NUMBER, which red advice names
  /// @param byRule the draft that the rules make
  record Drafting(
      Intake.Doctor doctor,
      Intake.PatientRecord patient,
      String summary,
      UrgencyLevel level,
      boolean understood,
      Set<String> names,
      String emergencyNumber,
      String byRule) {}

  /// What a case history's text is made from (contract 6.4).
  ///
  /// @param summary the author's words
  /// @param documents the beginnings of those that can be read
  /// @param names of the patient's people, which are told to nobody outside
  /// @param byRule the text that the rules make
  record Summarising(String summary, List<String> documents, Set<String> names, String byRule) {}

  /// What problems are suggested from.
  ///
  /// @param said the patient's words, oldest first
  record Suggesting(
      Intake.Doctor doctor, Intake.PatientRecord patient, List<String> said, Set<String> names) {

    public Suggesting {
      said = List.copyOf(said);
    }
  }

  /// A text for a doctor.
  record Draft(String text, String engine, List<Use> uses) {

    public Draft {
      uses = List.copyOf(uses);
    }
  }

  /// Tokens that an engine may send a bill for; none for the built-in one.
  record Use(String engine, String model, long promptTokens, long completionTokens) {}
}
