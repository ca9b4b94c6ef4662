package poca.directory.patient;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.directory.account.Accounts;
import poca.directory.mapping.RelationType;
import poca.platform.IdSource;
import poca.platform.web.Refusal;

/// Has auth-service make patient accounts for an admin. auth-service calls back with the profile,
/// and a dependant travels in it, so that account, profile and dependant come to be together or not
/// at all.
@Component
class PatientAccounts {

  private final Accounts accounts;
  private final IdSource ids;

  PatientAccounts(Accounts accounts, IdSource ids) {
    this.accounts = accounts;
    this.ids = ids;
  }

  /// @param by the admin who has it made
  /// @param relation what the new account is to the patient: itself, or something else to a
  ///   dependant
  /// @return the patient, not always the account's own profile
  PatientId create(
      UserId by,
      String email,
      String password,
      String userName,
      @Nullable String userContact,
      RelationType relation,
      NewPatient patient) {
    if (relation == RelationType.DOCTOR) {
      throw Refusal.breaksRule("Only an admin makes a doctor user somebody's doctor");
    }
    patient.allMedicalInfo();
    if (relation == RelationType.SELF) {
      return new PatientId(
          accounts
              .create(
                  new Accounts.NewAccount(
                      email, password, Role.PATIENT, userName, userContact, patient, by))
              .value());
    }
    var dependant = new SignUp.Dependant(new PatientId(ids.next()), relation, patient);
    accounts.create(
        new Accounts.NewAccount(
            email,
            password,
            Role.PATIENT,
            userName,
            userContact,
            new SignUp(NewPatient.named(userName), dependant),
            by));
    return dependant.id();
  }
}
