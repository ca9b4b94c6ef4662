package poca.access.security;

import java.util.UUID;

/// Asked by the entity header (contract 1.7) when a patient or a hospital names another entity than
/// itself. Each service answers from its own tables.
@FunctionalInterface
public interface Entities {

  /// Whether the patient account is related to (or owns) that patient, or the hospital account owns
  /// that hospital.
  boolean mayActAs(Caller caller, UUID entity);
}
