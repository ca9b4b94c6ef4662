package poca.chat.chat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import poca.chat.careteam.Side;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;

/// The one conversation between a doctor and a patient.
///
/// @param activeForDoctor steers the doctor's client only: the doctor's turn
/// @param deactivated remembered until somebody activates the chat or opens it anew
/// @param lastSeq the newest message's place, 0 without messages
/// @param version of the facts told about it
public record Chat(
    ChatId id,
    DoctorId doctor,
    PatientId patient,
    boolean activeForDoctor,
    boolean activeForPatient,
    boolean deactivated,
    long lastSeq,
    long version,
    Instant createdAt,
    @Nullable Instant updatedAt) {

  /// The id under which a side sends and receives, whichever of its accounts writes.
  public UUID idOf(Side side) {
    return switch (side) {
      case DOCTOR -> doctor.value();
      case PATIENT -> patient.value();
    };
  }
}
