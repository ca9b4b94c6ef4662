package poca.appointment.availability;

import poca.contracts.DoctorId;

/// A doctor has time again. Told within the transaction that frees it, under the doctor's lock.
public record TimeFreed(DoctorId doctor, Span time) {}
