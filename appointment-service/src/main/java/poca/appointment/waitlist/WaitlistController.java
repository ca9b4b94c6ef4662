package poca.appointment.waitlist;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.PATIENT;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.appointment.availability.Span;
import poca.appointment.booking.AppointmentType;
import poca.appointment.booking.AppointmentView;
import poca.appointment.waitlist.Entry.Offer;
import poca.appointment.waitlist.Waitlist.Wish;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.contracts.WaitlistEntryId;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;

/// The waiting list (contract 9.3).
@RestController
@RequestMapping("/api/v1/appointments/waitlist")
@Audited(Waitlist.RESOURCE)
class WaitlistController {

  private static final Duration LONGEST = Duration.ofDays(60);
  private static final Period FARTHEST = Period.ofYears(5);

  private final Waitlist waitlist;
  private final WaitlistLists lists;
  private final Clock clock;

  WaitlistController(Waitlist waitlist, WaitlistLists lists, Clock clock) {
    this.waitlist = waitlist;
    this.lists = lists;
    this.clock = clock;
  }

  record Joined(
      @NotNull DoctorId doctorId,
      @NotNull PatientId patientId,
      @NotNull Instant from,
      @NotNull Instant to,
      @Min(5) @Max(480) @Nullable Integer durationMinutes,
      @Nullable AppointmentType type) {}

  record View(
      WaitlistEntryId id,
      DoctorId doctorId,
      PatientId patientId,
      Instant from,
      Instant to,
      long durationMinutes,
      AppointmentType type,
      EntryStatus status,
      @Nullable Offer offer,
      Instant createdAt) {

    /// An offer that has run out is none any more.
    private static View of(Entry entry, Instant now) {
      var offer = entry.openOffer(now).orElse(null);
      var runOut = entry.status() == EntryStatus.OFFERED && offer == null;
      return new View(
          entry.id(),
          entry.doctor(),
          entry.patient(),
          entry.window().startsAt(),
          entry.window().endsAt(),
          entry.length().toMinutes(),
          entry.kind(),
          runOut ? EntryStatus.WAITING : entry.status(),
          offer,
          entry.createdAt());
    }
  }

  record Page(List<View> waitlist, long total) {}

  @PostMapping
  Reply<View> join(Caller caller, @Valid @RequestBody Joined body) {
    var length = Duration.ofMinutes(Objects.requireNonNullElse(body.durationMinutes(), 30));
    checkWindow(body.from(), body.to(), length);
    var wish =
        new Wish(
            body.doctorId(),
            body.patientId(),
            new Span(body.from(), body.to()),
            length,
            Objects.requireNonNullElse(body.type(), AppointmentType.REGULAR));
    return reply(waitlist.join(caller, wish));
  }

  @GetMapping
  Reply<Page> list(
      Caller caller,
      @RequestParam(name = "doctor_id", required = false) @Nullable DoctorId doctor,
      @RequestParam(name = "patient_id", required = false) @Nullable PatientId patient,
      @RequestParam(required = false) @Nullable String status,
      Paging paging) {
    var page =
        lists.page(caller, doctor, patient, status == null ? null : statusOf(status), paging);
    var now = clock.instant();
    return Reply.ok(
        new Page(page.entries().stream().map(e -> View.of(e, now)).toList(), page.total()));
  }

  @OnlyFor({ADMIN, PATIENT})
  @PostMapping("/{id}/accept")
  Reply<AppointmentView> accept(Caller caller, @PathVariable WaitlistEntryId id) {
    return Reply.ok(waitlist.accept(caller, id));
  }

  @OnlyFor({ADMIN, PATIENT})
  @PostMapping("/{id}/decline")
  Reply<View> decline(Caller caller, @PathVariable WaitlistEntryId id) {
    return reply(waitlist.decline(caller, id));
  }

  @OnlyFor({ADMIN, DOCTOR, PATIENT})
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void leave(Caller caller, @PathVariable WaitlistEntryId id) {
    waitlist.leave(caller, id);
  }

  private Reply<View> reply(Entry entry) {
    return Reply.ok(View.of(entry, clock.instant()));
  }

  private void checkWindow(Instant from, Instant to, Duration length) {
    var latest = clock.instant().atOffset(ZoneOffset.UTC).plus(FARTHEST).toInstant();
    if (from.isAfter(latest)) {
      throw invalid("from", "must be within " + FARTHEST.getYears() + " years");
    }
    if (to.isAfter(latest)) {
      throw invalid("to", "must be within " + FARTHEST.getYears() + " years");
    }
    if (from.plus(length).isAfter(to)) {
      throw invalid("to", "must leave room for one appointment after from");
    }
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw invalid("to", "must be at most 60 days after from");
    }
  }

  private static Refusal invalid(String field, String message) {
    return Refusal.invalid("body", field, "value_error", message);
  }

  private static EntryStatus statusOf(String text) {
    try {
      return EntryStatus.of(text);
    } catch (IllegalArgumentException unknown) {
      throw Refusal.invalid("query", "status", "enum", "not one of the allowed values");
    }
  }
}
