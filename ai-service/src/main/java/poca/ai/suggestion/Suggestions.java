package poca.ai.suggestion;

import static poca.contracts.AccessBasis.ADMIN;
import static poca.contracts.AccessBasis.LINKED;
import static poca.contracts.AccessBasis.RELATED;
import static poca.contracts.AccessBasis.ROLE;
import static poca.contracts.AccessBasis.SELF;

import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.relation.CareTeam;
import poca.access.security.AccessDecision;
import poca.access.security.Caller;
import poca.ai.careteam.AccountDoctors;
import poca.ai.suggestion.SuggestionStore.Shown;
import poca.contracts.DoctorId;
import poca.contracts.SuggestionId;
import poca.platform.web.Change;
import poca.platform.web.Refusal;

/// Keeps suggestions, which belong to doctors. The patients of a doctor read them in lists and say
/// how it went.
@Service
class Suggestions {

  static final String RESOURCE = "suggestion";

  private final SuggestionStore store;
  private final CareTeam careTeam;
  private final AccountDoctors doctors;
  private final Audit audit;
  private final Clock clock;

  Suggestions(
      SuggestionStore store, CareTeam careTeam, AccountDoctors doctors, Audit audit, Clock clock) {
    this.store = store;
    this.careTeam = careTeam;
    this.doctors = doctors;
    this.audit = audit;
    this.clock = clock;
  }

  record Page(List<Suggestion> suggestions, long total) {}

  /// @throws Refusal 404 for an unknown doctor, 403 unless it is the caller or the caller an admin
  Suggestion create(Caller caller, DoctorId doctor, String problem, @Nullable String description) {
    requireExists(doctor);
    var basis = asOwner(caller, doctor).orRefuse();
    return audit.execute(use -> {
      var id = new SuggestionId(use.newId());
      var made = new Suggestion(id, doctor, problem, description, null, null, use.now(), null);
      store.insert(made);
      use.granted(caller, AuditedAction.create(RESOURCE, id.value()), basis);
      return made;
    });
  }

  /// @throws Refusal 404, 403
  Suggestion read(Caller caller, SuggestionId id) {
    var suggestion = store.find(id).orElseThrow(Suggestions::notFound);
    var basis = asOwner(caller, suggestion.doctor()).orRefuse();
    audit.granted(caller, AuditedAction.read(RESOURCE, id.value()), basis);
    return suggestion;
  }

  /// @param of one doctor's; doctors and hospitals must name one
  /// @throws Refusal 404 for an unknown doctor, 403
  Page list(Caller caller, @Nullable DoctorId of, int skip, int limit) {
    if (of != null) {
      requireExists(of);
    }
    var basis = (of == null ? withoutDoctor(caller) : asReader(caller, of)).orRefuse();
    var shown =
        of != null
            ? new Shown.OfDoctor(of)
            : basis == ADMIN ? new Shown.All() : new Shown.ForAccount(caller.user());
    audit.granted(caller, AuditedAction.list(RESOURCE), basis);
    return new Page(store.list(shown, skip, limit), store.count(shown));
  }

  /// @throws Refusal 404, 403
  Suggestion change(
      Caller caller, SuggestionId id, Change<String> problem, Change<String> description) {
    return change(
        caller,
        id,
        doctor -> asOwner(caller, doctor),
        before ->
            new Suggestion(
                id,
                before.doctor(),
                problem.newValue().orElse(before.problem()),
                description.sent() ? description.newValue().orElse(null) : before.description(),
                before.feedback(),
                before.feedbackAt(),
                before.createdAt(),
                clock.instant()));
  }

  /// @throws Refusal 404, 403
  Suggestion giveFeedback(Caller caller, SuggestionId id, String feedback) {
    return change(
        caller,
        id,
        doctor -> asPatientSide(caller, doctor),
        before ->
            new Suggestion(
                id,
                before.doctor(),
                before.problem(),
                before.description(),
                feedback,
                clock.instant(),
                before.createdAt(),
                before.updatedAt()));
  }

  /// @throws Refusal 404, 403
  void delete(Caller caller, SuggestionId id) {
    var basis =
        store
            .find(id)
            .map(known -> asOwner(caller, known.doctor()).orRefuse())
            .orElseThrow(Suggestions::notFound);
    audit.executeWithoutResult(use -> {
      if (!store.delete(id)) {
        throw notFound();
      }
      use.granted(caller, AuditedAction.delete(RESOURCE, id.value()), basis);
    });
  }

  private interface Decision {
    AccessDecision on(DoctorId doctor);
  }

  /// The decision may ask the directory, so it comes before the transaction; whose a suggestion is
  /// never changes.
  private Suggestion change(
      Caller caller, SuggestionId id, Decision decision, UnaryOperator<Suggestion> change) {
    var doctor = store.find(id).orElseThrow(Suggestions::notFound).doctor();
    var basis = decision.on(doctor).orRefuse();
    return audit.execute(use -> {
      var after = change.apply(store.lock(id).orElseThrow(Suggestions::notFound));
      store.update(after);
      use.granted(caller, AuditedAction.update(RESOURCE, id.value()), basis);
      return after;
    });
  }

  /// Who may write a doctor's suggestions.
  private static AccessDecision asOwner(Caller caller, DoctorId doctor) {
    return AccessDecision.about(caller).doctor(SELF, doctor::equals);
  }

  /// Who may say how it went.
  private AccessDecision asPatientSide(Caller caller, DoctorId doctor) {
    return asOwner(caller, doctor).patient(RELATED, _ -> doctors.hasTreating(caller, doctor));
  }

  /// Who may list one doctor's.
  private AccessDecision asReader(Caller caller, DoctorId doctor) {
    return asPatientSide(caller, doctor).hospital(LINKED, _ -> doctors.hasEmployed(caller, doctor));
  }

  /// Who may list everybody's.
  private static AccessDecision withoutDoctor(Caller caller) {
    return AccessDecision.about(caller).patient(ROLE, _ -> true);
  }

  private void requireExists(DoctorId doctor) {
    if (!careTeam.exists(doctor)) {
      throw Refusal.notFound("Doctor");
    }
  }

  private static Refusal notFound() {
    return Refusal.notFound("Suggestion");
  }
}
