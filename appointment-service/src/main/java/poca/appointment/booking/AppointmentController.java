package poca.appointment.booking;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.PATIENT;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.appointment.booking.Bookings.Wish;
import poca.appointment.booking.Lifecycle.Changes;
import poca.contracts.AppointmentId;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.platform.text.Prose;
import poca.platform.text.Texts;
import poca.platform.text.Visible;
import poca.platform.web.Change;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;
import poca.platform.web.Storable;
import tools.jackson.databind.json.JsonMapper;

/// One appointment at a time.
@RestController
@RequestMapping("/api/v1/appointments")
@Audited(Bookings.RESOURCE)
class AppointmentController {

  private final Bookings bookings;
  private final Lifecycle lifecycle;
  private final JsonMapper json;

  AppointmentController(Bookings bookings, Lifecycle lifecycle, JsonMapper json) {
    this.bookings = bookings;
    this.lifecycle = lifecycle;
    this.json = json;
  }

  record Booked(
      @NotNull DoctorId doctorId,
      @NotNull PatientId patientId,
      @Nullable HospitalId hospitalId,
      @NotNull Instant timeSlot,
      @NotNull AppointmentType type,
      @Min(5) @Max(480) @Nullable Integer durationMinutes,
      @Nullable Map<String, Object> extras) {}

  record Updated(
      Change<@NotNull Instant> timeSlot,
      Change<@NotNull @Min(5) @Max(480) Integer> durationMinutes,
      Change<@NotNull AppointmentType> type,
      Change<@NotNull AppointmentStatus> status,
      Change<Map<String, Object>> extras) {}

  record Cancelled(@Visible @Prose String cancellationReason) {}

  record Entered(@NotNull AppointmentStatus status, @Prose @Nullable String cancellationReason) {

    /// Nothing else than a cancellation has a place for a reason: it would be lost without a word.
    void checkReason() {
      if (status != AppointmentStatus.CANCELLED && !Texts.isBlank(cancellationReason)) {
        throw Refusal.invalid(
            "body", "cancellation_reason", "value_error", "only beside the status cancelled");
      }
    }
  }

  @PostMapping
  Reply<AppointmentView> book(Caller caller, @Valid @RequestBody Booked body) {
    checkExtras(body.extras());
    var minutes = body.durationMinutes() == null ? 30 : body.durationMinutes();
    var wish =
        new Wish(
            body.doctorId(),
            body.patientId(),
            body.hospitalId(),
            body.timeSlot(),
            Duration.ofMinutes(minutes),
            body.type(),
            body.extras());
    return Reply.ok(AppointmentView.of(bookings.book(caller, wish)));
  }

  @GetMapping("/{id}")
  Reply<AppointmentView> read(Caller caller, @PathVariable AppointmentId id) {
    return Reply.ok(AppointmentView.of(lifecycle.read(caller, id)));
  }

  @GetMapping("/{id}/ics")
  ResponseEntity<byte[]> calendar(Caller caller, @PathVariable AppointmentId id) {
    var entry = CalendarText.of(List.of(lifecycle.read(caller, id)));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"appointment.ics\"")
        .body(entry.getBytes(StandardCharsets.UTF_8));
  }

  @OnlyFor({ADMIN, DOCTOR})
  @PutMapping("/{id}")
  Reply<AppointmentView> update(
      Caller caller, @PathVariable AppointmentId id, @Valid @RequestBody Updated body) {
    body.extras().newValue().ifPresent(this::checkExtras);
    var changes =
        new Changes(
            body.timeSlot(),
            body.durationMinutes().map(Duration::ofMinutes),
            body.type(),
            body.status(),
            body.extras());
    return Reply.ok(AppointmentView.of(lifecycle.update(caller, id, changes)));
  }

  @OnlyFor({ADMIN, DOCTOR, PATIENT})
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Caller caller, @PathVariable AppointmentId id) {
    lifecycle.delete(caller, id);
  }

  @PutMapping("/{id}/cancel")
  Reply<AppointmentView> cancel(
      Caller caller, @PathVariable AppointmentId id, @Valid @RequestBody Cancelled body) {
    return Reply.ok(AppointmentView.of(lifecycle.cancel(caller, id, body.cancellationReason())));
  }

  @PutMapping("/{id}/status")
  Reply<AppointmentView> status(
      Caller caller, @PathVariable AppointmentId id, @Valid @RequestBody Entered body) {
    body.checkReason();
    return Reply.ok(
        AppointmentView.of(
            lifecycle.changeStatus(caller, id, body.status(), body.cancellationReason())));
  }

  private void checkExtras(@Nullable Map<String, Object> extras) {
    if (extras != null) {
      Storable.requireObject("extras", json.valueToTree(extras));
    }
  }
}
