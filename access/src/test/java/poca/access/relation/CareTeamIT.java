package poca.access.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.contracts.fact.RelationFact.RelationKind.ADMITS;
import static poca.contracts.fact.RelationFact.RelationKind.EMPLOYS;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_HOSPITAL;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.RELATED;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.access.RealAccess;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.SessionId;
import poca.contracts.UserId;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationKind;

@RealAccess
class CareTeamIT {

  private final UserId account = new UserId(UUID.randomUUID());
  private final DoctorId doctor = new DoctorId(UUID.randomUUID());
  private final PatientId patient = new PatientId(UUID.randomUUID());
  private final HospitalId hospital = new HospitalId(UUID.randomUUID());

  @Autowired CareTeam careTeam;
  @Autowired Relations relations;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void nobodyWasAsked() {
    TestOwner.AWAY.set(false);
    TestOwner.ASKED.set(0);
  }

  @Test
  void an_account_speaks_for_itself_for_whom_it_is_related_to_and_for_whom_it_owns() {
    heard(RELATED, account.value(), patient.value());
    var owned = new PatientId(UUID.randomUUID());
    heard(OWNS_PATIENT, account.value(), owned.value());
    var own = new PatientId(account.value());

    assertThat(careTeam.related(account, own)).isTrue();
    assertThat(careTeam.related(account, patient)).isTrue();
    assertThat(careTeam.related(account, owned)).isTrue();
    assertThat(TestOwner.ASKED).hasValue(0);
    assertThat(careTeam.patientsOf(account)).startsWith(own).containsOnly(own, patient, owned);
    assertThat(
            jdbc.sql(CareTeam.PATIENTS_OF_ACCOUNT)
                .param("account", account.value())
                .query(UUID.class)
                .list())
        .containsExactlyInAnyOrder(own.value(), patient.value(), owned.value());
    assertThat(careTeam.related(account, new PatientId(UUID.randomUUID()))).isFalse();
  }

  @Test
  void what_we_have_not_heard_is_asked_of_the_directory() {
    TestOwner.knows(new Relation(OWNS_PATIENT, account.value(), patient.value(), true, 1));

    assertThat(careTeam.related(account, patient)).isTrue();
    assertThat(careTeam.related(account, patient)).isTrue();

    assertThat(TestOwner.ASKED).hasValue(2); // of both ways once, and never again
  }

  @Test
  void a_hospital_account_has_the_doctors_and_patients_of_all_its_hospitals() {
    heard(OWNS_HOSPITAL, account.value(), hospital.value());
    heard(EMPLOYS, hospital.value(), doctor.value());
    heard(ADMITS, hospital.value(), patient.value());

    assertThat(careTeam.ownsHospital(account, new HospitalId(account.value()))).isTrue();
    assertThat(careTeam.ownsHospital(account, hospital)).isTrue();
    assertThat(careTeam.employs(account, doctor)).isTrue();
    assertThat(careTeam.admits(account, patient)).isTrue();
    assertThat(careTeam.hospitalsOf(account))
        .containsExactly(new HospitalId(account.value()), hospital);
    assertThat(careTeam.patientsOfHospitals(careTeam.hospitalsOf(account)))
        .containsExactly(patient);
    assertThat(careTeam.admits(new UserId(UUID.randomUUID()), patient)).isFalse();
  }

  @Test
  void who_treats_the_patient_or_speaks_for_it_cares_for_it() {
    heard(TREATS, doctor.value(), patient.value());
    heard(RELATED, account.value(), patient.value());

    assertThat(careTeam.caring(caller(Role.ADMIN), patient).basis()).contains(AccessBasis.ADMIN);
    assertThat(careTeam.caring(caller(Role.DOCTOR, doctor.value()), patient).basis())
        .contains(AccessBasis.TREATS);
    assertThat(careTeam.caring(caller(Role.PATIENT, account.value()), patient).basis())
        .contains(AccessBasis.RELATED);
    assertThat(careTeam.caring(caller(Role.DOCTOR), patient).isLet()).isFalse();
    assertThat(careTeam.caring(caller(Role.PATIENT), patient).isLet()).isFalse();
    assertThat(careTeam.caring(caller(Role.HOSPITAL), patient).isLet()).isFalse();
  }

  @Test
  void the_doctor_and_who_speaks_for_the_patient_are_parties() {
    heard(TREATS, doctor.value(), patient.value());
    heard(RELATED, account.value(), patient.value());
    var another = new DoctorId(UUID.randomUUID());

    assertThat(careTeam.party(caller(Role.ADMIN), another, patient).basis())
        .contains(AccessBasis.ADMIN);
    assertThat(careTeam.party(caller(Role.DOCTOR, another.value()), another, patient).basis())
        .contains(AccessBasis.PARTY);
    assertThat(careTeam.party(caller(Role.PATIENT, account.value()), another, patient).basis())
        .contains(AccessBasis.RELATED);
    // treats the patient, and it is not its chat
    assertThat(careTeam.party(caller(Role.DOCTOR, doctor.value()), another, patient).isLet())
        .isFalse();
    assertThat(careTeam.party(caller(Role.PATIENT), another, patient).isLet()).isFalse();
    assertThat(careTeam.party(caller(Role.HOSPITAL), another, patient).isLet()).isFalse();
  }

  private void heard(RelationKind kind, UUID left, UUID right) {
    relations.apply(new Relation(kind, left, right, true, 1));
  }

  private static Caller caller(Role role) {
    return caller(role, UUID.randomUUID());
  }

  private static Caller caller(Role role, UUID id) {
    return new Caller(new UserId(id), role, new SessionId(UUID.randomUUID()), id, "token");
  }
}
