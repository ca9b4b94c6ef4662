package poca.ai.careteam;

import static poca.contracts.fact.RelationFact.RelationKind.DOCTOR;
import static poca.contracts.fact.RelationFact.RelationKind.EMPLOYS;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_HOSPITAL;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.RELATED;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import poca.access.relation.Relations;
import poca.access.security.Caller;
import poca.access.security.Entities;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.platform.peer.Peers;

/// Answers who belongs to whom, from our copy of the directory's relations; what is not in it is
/// asked of the directory once.
@Component
public class CareTeam implements Entities {

  private static final String DIRECTORY = "directory-service";

  /// For the SQL of lists: the ids of everybody for whom the account `:account` speaks, as far as
  /// we have heard.
  public static final String PATIENTS_OF_ACCOUNT =
      """
      select cast(:account as uuid) union all
      select right_id from relation
      where kind in ('related', 'owns-patient') and left_id = :account and active
      """;

  private final Relations relations;
  private final Peers peers;

  CareTeam(Relations relations, Peers peers) {
    this.relations = relations;
    this.peers = peers;
  }

  public boolean exists(PatientId patient) {
    return relations.active(PATIENT, patient.value(), patient.value());
  }

  public boolean exists(DoctorId doctor) {
    return relations.active(DOCTOR, doctor.value(), doctor.value());
  }

  private record Patient(UUID id) {}

  private record Patients(List<Patient> patients) {}

  private record Hospital(UUID id) {}

  /// Whether the doctor treats somebody for whom this patient account speaks: itself, or somebody
  /// of whom we have heard, or else of whom the directory has.
  ///
  /// @throws poca.platform.web.Refusal 503 if the directory is needed and does not answer
  public boolean treatsOneOf(Caller account, DoctorId doctor) {
    var heard =
        Stream.of(
                Stream.of(account.user().value()),
                relations.rights(RELATED, account.user().value()).stream(),
                relations.rights(OWNS_PATIENT, account.user().value()).stream())
            .flatMap(patients -> patients)
            .collect(Collectors.toSet());
    return heard.stream().anyMatch(patient -> treats(doctor, patient))
        || peers
            .of(DIRECTORY)
            .getAs(
                account.token(),
                "/api/v1/patients/user/{id}?limit=200",
                Patients.class,
                account.user())
            .stream()
            .flatMap(answer -> answer.patients().stream())
            .map(Patient::id)
            .anyMatch(patient -> !heard.contains(patient) && treats(doctor, patient));
  }

  private boolean treats(DoctorId doctor, UUID patient) {
    return relations.active(TREATS, doctor.value(), patient);
  }

  /// Whether a hospital of this hospital account has the doctor: the account's own, or one of which
  /// we have heard, or else of which the directory has.
  ///
  /// @throws poca.platform.web.Refusal 503 if the directory is needed and does not answer
  public boolean employs(Caller account, DoctorId doctor) {
    var heard =
        Stream.concat(
                Stream.of(account.user().value()),
                relations.rights(OWNS_HOSPITAL, account.user().value()).stream())
            .collect(Collectors.toSet());
    return heard.stream().anyMatch(hospital -> employs(hospital, doctor))
        || peers
            .of(DIRECTORY)
            .getAs(
                account.token(),
                "/api/v1/doctors/{id}/hospitals?limit=200",
                Hospital[].class,
                doctor)
            .stream()
            .flatMap(Stream::of)
            .map(Hospital::id)
            .anyMatch(hospital ->
                !heard.contains(hospital)
                    && relations.active(OWNS_HOSPITAL, account.user().value(), hospital)
                    && employs(hospital, doctor));
  }

  private boolean employs(UUID hospital, DoctorId doctor) {
    return relations.active(EMPLOYS, hospital, doctor.value());
  }

  /// Whether this patient account speaks for that patient. The own profile has the account's id and
  /// is always its own.
  public boolean related(UserId account, PatientId patient) {
    return account.value().equals(patient.value())
        || relations.knownActive(RELATED, account.value(), patient.value())
        || relations.knownActive(OWNS_PATIENT, account.value(), patient.value())
        || relations.active(RELATED, account.value(), patient.value())
        || relations.active(OWNS_PATIENT, account.value(), patient.value());
  }

  @Override
  public boolean mayActAs(Caller caller, UUID entity) {
    return switch (caller.role()) {
      case PATIENT -> related(caller.user(), new PatientId(entity));
      case HOSPITAL ->
          caller.isSelf(entity) || relations.active(OWNS_HOSPITAL, caller.user().value(), entity);
      case DOCTOR -> caller.isSelf(entity);
      case ADMIN -> true;
    };
  }
}
