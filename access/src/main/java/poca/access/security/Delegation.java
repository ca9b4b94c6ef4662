package poca.access.security;

import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.UserId;

/// Answers for whom an account may act (contract 1.7), from the service's own tables.
public interface Delegation {

  /// Whether this patient account speaks for that patient: it is related to it or owns it.
  boolean related(UserId account, PatientId patient);

  /// Whether this hospital account is that hospital or owns it.
  boolean ownsHospital(UserId account, HospitalId hospital);
}
