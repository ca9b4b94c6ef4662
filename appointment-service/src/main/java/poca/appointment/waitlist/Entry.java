package poca.appointment.waitlist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import poca.appointment.availability.Span;
import poca.appointment.booking.AppointmentType;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.WaitlistEntryId;

/// Somebody who waits for a time of a doctor.
///
/// @param passed the entries by which the offered time was passed on before
record Entry(
    WaitlistEntryId id,
    DoctorId doctor,
    PatientId patient,
    @Nullable HospitalId hospital,
    Span window,
    Duration length,
    AppointmentType kind,
    EntryStatus status,
    List<WaitlistEntryId> passed,
    @Nullable Offer offer,
    Instant createdAt) {

  /// A time that is held for the entry.
  record Offer(Instant timeSlot, Instant endTime, Instant expiresAt) {}

  /// The times within the window that begin within a freed one, cut from its beginning.
  Stream<Span> timesIn(Span freed) {
    return Stream.iterate(
            freed.startsAt(), start -> start.isBefore(freed.endsAt()), start -> start.plus(length))
        .map(start -> new Span(start, start.plus(length)))
        .filter(time -> window.covers(time));
  }

  Optional<Offer> openOffer(Instant now) {
    return Optional.ofNullable(offer)
        .filter(open -> status == EntryStatus.OFFERED && open.expiresAt().isAfter(now));
  }
}
