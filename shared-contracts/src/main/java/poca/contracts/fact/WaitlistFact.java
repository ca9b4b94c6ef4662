package poca.contracts.fact;

import java.time.Instant;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.contracts.WaitlistEntryId;

/// What happens to those who wait for a time of a doctor, told by appointment-service.
public sealed interface WaitlistFact extends Fact {

  Topic<WaitlistFact> TOPIC =
      new Topic<>(
          "appointment.waitlists.v1",
          WaitlistFact.class,
          "appointment-service",
          Topic.Keeping.A_WEEK);

  WaitlistEntryId entry();

  /// Grows by one with every change of the entry.
  long version();

  @Override
  default String key() {
    return entry().toString();
  }

  /// A time got free and is held for the patient until `expiresAt`.
  record TimeOffered(
      WaitlistEntryId entry,
      DoctorId doctor,
      PatientId patient,
      Instant startsAt,
      Instant endsAt,
      Instant expiresAt,
      long version)
      implements WaitlistFact {}
}
