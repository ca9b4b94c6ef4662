package poca.appointment.booking;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import poca.contracts.AppointmentId;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.platform.web.Refusal;

/// A booked time of a doctor and a patient. It occupies [startsAt, endsAt) while it is active.
@Entity
class Appointment {

  private static final Period FARTHEST = Period.ofYears(5);

  @EmbeddedId private AppointmentId id;
  @Embedded private DoctorId doctorId;
  @Embedded private PatientId patientId;
  @Embedded private @Nullable HospitalId hospitalId;
  private Instant startsAt;
  private Instant endsAt;
  private int durationMinutes;

  @Column(name = "type")
  @Convert(converter = KindColumn.class)
  private AppointmentType kind;

  @Convert(converter = StatusColumn.class)
  private AppointmentStatus status;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Map<String, Object> extras;

  @Embedded private @Nullable UserId cancelledBy;
  private @Nullable String cancellationReason;
  private Instant createdAt;
  private @Nullable Instant updatedAt;
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init") // filled by JPA
  protected Appointment() {}

  Appointment(
      AppointmentId id,
      DoctorId doctorId,
      PatientId patientId,
      @Nullable HospitalId hospitalId,
      Instant startsAt,
      Duration length,
      AppointmentType type,
      @Nullable Map<String, Object> extras,
      Instant now) {
    this.id = id;
    this.doctorId = doctorId;
    this.patientId = patientId;
    this.hospitalId = hospitalId;
    this.startsAt = startsAt;
    this.endsAt = startsAt.plus(length);
    this.durationMinutes = (int) length.toMinutes();
    this.kind = type;
    this.status = AppointmentStatus.SCHEDULED;
    this.extras = extras;
    this.createdAt = now;
  }

  /// @throws Refusal 422 for a time that nobody plans for
  static void requirePlausible(Instant startsAt, Duration length, Instant now) {
    var latest = now.atOffset(ZoneOffset.UTC).plus(FARTHEST).toInstant();
    if (startsAt.plus(length).isAfter(latest)) {
      throw Refusal.invalid(
          "body", "time_slot", "value_error", "must be within " + FARTHEST.getYears() + " years");
    }
  }

  /// What a change may change, to tell whether it did.
  record State(
      Instant startsAt,
      Instant endsAt,
      AppointmentType kind,
      AppointmentStatus status,
      @Nullable Map<String, Object> extras) {}

  State state() {
    return new State(startsAt, endsAt, kind, status, extras);
  }

  void move(Instant start, Duration length) {
    startsAt = start;
    endsAt = start.plus(length);
    durationMinutes = (int) length.toMinutes();
  }

  void become(AppointmentStatus next) {
    status = next;
  }

  /// @param reason null leaves an earlier one
  void cancel(UserId by, @Nullable String reason) {
    status = AppointmentStatus.CANCELLED;
    cancelledBy = by;
    if (reason != null) {
      cancellationReason = reason;
    }
  }

  void kind(AppointmentType next) {
    kind = next;
  }

  void extras(@Nullable Map<String, Object> next) {
    extras = next;
  }

  void touched(Instant now) {
    updatedAt = now;
  }

  AppointmentId id() {
    return id;
  }

  DoctorId doctor() {
    return doctorId;
  }

  PatientId patient() {
    return patientId;
  }

  @Nullable HospitalId hospital() {
    return hospitalId;
  }

  Instant startsAt() {
    return startsAt;
  }

  Instant endsAt() {
    return endsAt;
  }

  int durationMinutes() {
    return durationMinutes;
  }

  AppointmentType kind() {
    return kind;
  }

  AppointmentStatus status() {
    return status;
  }

  @Nullable Map<String, Object> extras() {
    return extras;
  }

  @Nullable UserId cancelledBy() {
    return cancelledBy;
  }

  @Nullable String cancellationReason() {
    return cancellationReason;
  }

  Instant createdAt() {
    return createdAt;
  }

  @Nullable Instant updatedAt() {
    return updatedAt;
  }

  /// Counts the stored changes, from 1.
  long version() {
    return version == null ? 1 : version + 1;
  }

  static final class StatusColumn implements AttributeConverter<AppointmentStatus, String> {
    @Override
    public String convertToDatabaseColumn(AppointmentStatus status) {
      return status.wire();
    }

    @Override
    public AppointmentStatus convertToEntityAttribute(String text) {
      return AppointmentStatus.of(text);
    }
  }

  static final class KindColumn implements AttributeConverter<AppointmentType, String> {
    @Override
    public String convertToDatabaseColumn(AppointmentType type) {
      return type.wire();
    }

    @Override
    public AppointmentType convertToEntityAttribute(String text) {
      return AppointmentType.of(text);
    }
  }
}
