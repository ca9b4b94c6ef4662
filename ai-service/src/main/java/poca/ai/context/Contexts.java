package poca.ai.context;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import poca.access.security.Caller;
import poca.ai.careteam.ChatParties;
import poca.ai.context.RecordRead.Part;
import poca.ai.interview.Intake;
import poca.ai.reading.Story;
import poca.ai.source.Basis;
import poca.contracts.CaseHistoryId;
import poca.contracts.Role;
import poca.platform.peer.Peers;
import poca.platform.web.Refusal;

/// Asks the owners, in the caller's name, for what an answer rests on beside the conversation
/// (contract 6.3). Every part may be missing: who does not answer in time is gone on without.
/// Nothing is kept.
@Component
public class Contexts implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Contexts.class);

  /// For all questions together, which are asked at the same time.
  private static final Duration LIMIT = Duration.ofMillis(500);

  private final Peers peers;
  private final RecordSources records;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Contexts(Peers peers, RecordSources records, Clock clock) {
    this.peers = peers;
    this.records = records;
    this.clock = clock;
  }

  /// What is known of a chat's two sides.
  ///
  /// @param names theirs, which no engine outside may read
  /// @param history the newest case history, if the caller may read it and could
  /// @param read what of the record could be read
  public record Context(
      Intake.Doctor doctor,
      Intake.PatientRecord patient,
      Set<String> names,
      @Nullable CaseHistoryId history,
      RecordRead read) {}

  /// What a statement about the patient may rest on: what was said, and the record.
  public Basis basis(Context context, Story story) {
    var basis = Basis.of(story).with(context.patient());
    records.of(context).forEach(basis::with);
    return basis;
  }

  record DoctorBody(
      @Nullable String name, @Nullable String designation, @Nullable String contact) {}

  record MedicalBody(
      @Nullable List<@Nullable String> allergies,
      @Nullable List<@Nullable String> medications,
      @Nullable List<@Nullable String> conditions) {}

  record PatientBody(
      @Nullable String name,
      @Nullable Integer age,
      @Nullable LocalDate dob,
      @Nullable String gender,
      @Nullable BigDecimal weight,
      @Nullable Integer height,
      @Nullable String bloodGroup,
      @Nullable MedicalBody medicalInfo) {

    static final PatientBody UNKNOWN =
        new PatientBody(null, null, null, null, null, null, null, null);
  }

  record HistoryBody(
      @Nullable CaseHistoryId id, @Nullable String summary, @Nullable String aiSummary) {

    @Nullable String text() {
      return summary == null || summary.isBlank() ? aiSummary : summary;
    }
  }

  record RelationAnswer(boolean active, @Nullable String relatedAs) {}

  public Context of(Caller caller, ChatParties parties) {
    var directory = peers.of("directory-service");
    var doctor =
        ask(() ->
            directory.getAs(
                caller.token(), "/api/v1/doctors/{id}", DoctorBody.class, parties.doctor()));
    var patient =
        ask(() ->
            directory.getAs(
                caller.token(), "/api/v1/patients/{id}", PatientBody.class, parties.patient()));
    var history =
        ask(() ->
            peers
                .of("records-service")
                .getAs(
                    caller.token(),
                    "/api/v1/patients/{id}/case-history",
                    HistoryBody.class,
                    parties.patient()));
    var relation = ask(() -> relation(caller, parties));
    var until = System.nanoTime() + LIMIT.toNanos();
    var profile = answer("doctor", doctor, until).found();
    var known = answer("patient", patient, until);
    var chart = known.found().orElse(PatientBody.UNKNOWN);
    var newest = answer("case history", history, until);
    return new Context(
        profile
            .map(d -> new Intake.Doctor(d.designation(), d.contact()))
            .orElseGet(() -> new Intake.Doctor(null, null)),
        Chart.of(
            chart,
            answer("relation", relation, until).found().orElse(null),
            newest.found().map(HistoryBody::text).orElse(null),
            LocalDate.now(clock)),
        Stream.concat(
                profile.stream().map(d -> Objects.requireNonNullElse(d.name(), "")),
                Stream.ofNullable(chart.name()))
            .filter(name -> !name.isBlank())
            .collect(Collectors.toSet()),
        newest.found().map(HistoryBody::id).orElse(null),
        new RecordRead(known.part(), newest.part()));
  }

  /// What the patient is to the caller: `child`, say. Only patient accounts are anything to
  /// patients.
  private Optional<String> relation(Caller caller, ChatParties parties) {
    if (!caller.is(Role.PATIENT)) {
      return Optional.empty();
    }
    if (caller.isSelf(parties.patient().value())) {
      return Optional.of("self");
    }
    return peers
        .of("directory-service")
        .get(
            "/internal/relations/related/{user}/{patient}",
            RelationAnswer.class,
            caller.user(),
            parties.patient())
        .filter(RelationAnswer::active)
        .map(RelationAnswer::relatedAs);
  }

  private <T> Future<Optional<T>> ask(Callable<Optional<T>> question) {
    var logged = MDC.getCopyOfContextMap();
    return threads.submit(() -> {
      if (logged != null) {
        MDC.setContextMap(logged);
      }
      return question.call();
    });
  }

  private record Answer<T>(Optional<T> found, Part part) {}

  private static <T> Answer<T> answer(String what, Future<Optional<T>> future, long until) {
    try {
      var found = future.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
      return new Answer<>(found, found.isPresent() ? Part.READ : Part.NONE);
    } catch (TimeoutException late) {
      future.cancel(true);
      log.warn("context without the {}: no answer in time", what);
    } catch (ExecutionException failed) {
      // the class only: a message may quote what was sent
      var cause = failed.getCause();
      log.warn(
          "context without the {}: {}",
          what,
          cause instanceof Refusal refusal
              ? "refused with " + refusal.status()
              : String.valueOf(cause == null ? null : cause.getClass().getSimpleName()));
      if (cause instanceof Refusal refusal && refusal.status() == 403)
        return new Answer<>(Optional.empty(), Part.NOT_ALLOWED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Answer<>(Optional.empty(), Part.NOT_READ);
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
