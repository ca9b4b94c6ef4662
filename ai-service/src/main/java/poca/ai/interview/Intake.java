package poca.ai.interview;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Story;

/// Holds everything the interviewer may know: the doctor it works for, the patient's record, and
/// the conversation so far.
///
/// @param conversation oldest first; the last exchange is the patient's new message, whose response
///   is null
/// @param names of the people it is about, which are told to nobody outside
/// @param summarySent whether the summary has gone to the doctor as a message
public record Intake(
    Doctor doctor,
    PatientRecord patient,
    List<Story.Exchange> conversation,
    Set<String> names,
    boolean summarySent) {

  public Intake {
    conversation = List.copyOf(conversation);
    names = Set.copyOf(names);
  }

  public Intake(Doctor doctor, PatientRecord patient, List<Story.Exchange> conversation) {
    this(doctor, patient, conversation, Set.of(), false);
  }

  /// @param designation such as "Pediatrician"; null stands for "doctor"
  public record Doctor(@Nullable String designation, @Nullable String contact) {}

  /// The basics on record; no name, no address, no id.
  ///
  /// @param ageYears completed years
  /// @param ageDays days since the date of birth, where that is known; needed for infants
  /// @param weightKg whole or with one decimal
  /// @param relation of the calling account to the patient: "child" means that the patient is the
  ///   caller's child; null when the caller is not a patient account
  /// @param caseHistory the newest case-history summary
  public record PatientRecord(
      @Nullable Integer ageYears,
      @Nullable Integer ageDays,
      @Nullable String gender,
      @Nullable Number weightKg,
      @Nullable Integer heightCm,
      @Nullable String bloodGroup,
      List<String> allergies,
      List<String> medications,
      List<String> conditions,
      @Nullable String relation,
      @Nullable String caseHistory) {

    public static final PatientRecord EMPTY =
        new PatientRecord(
            null, null, null, null, null, null, List.of(), List.of(), List.of(), null, null);

    public PatientRecord {
      allergies = List.copyOf(allergies);
      medications = List.copyOf(medications);
      conditions = List.copyOf(conditions);
    }
  }
}
