package poca.chat.stream;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;

/// Something that happened, as it is told to accounts.
///
/// @param source the same however often it is heard of
/// @param about who may see it
/// @param audience who is told
record Occurrence(
    UUID source,
    EventType type,
    Instant at,
    @Nullable UUID subject,
    About about,
    Audience audience) {

  /// What it concerns: nobody sees it who may not see all of it.
  record About(
      @Nullable ChatId chat,
      @Nullable DoctorId doctor,
      @Nullable PatientId patient,
      @Nullable HospitalId hospital) {}

  /// @param accounts these themselves
  /// @param patient and whoever speaks for this patient
  /// @param hospital and whoever owns this hospital
  record Audience(List<UUID> accounts, @Nullable PatientId patient, @Nullable HospitalId hospital) {

    /// Both sides of what a doctor and a patient share, and the hospital where it takes place.
    static Audience parties(DoctorId doctor, PatientId patient, @Nullable HospitalId hospital) {
      return new Audience(List.of(doctor.value()), patient, hospital);
    }

    static Audience account(UUID account) {
      return new Audience(List.of(account), null, null);
    }

    static Audience hospital(HospitalId hospital) {
      return new Audience(List.of(), null, hospital);
    }
  }
}
