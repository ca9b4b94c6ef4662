package poca.system.access;

import java.util.List;
import java.util.Locale;

/// The ten kinds of caller, in the order of the matrix's columns.
enum Who {
  ANONYMOUS,
  DEACTIVATED,
  PATIENT,
  OTHER_PATIENT,
  RELATED,
  DOCTOR,
  OTHER_DOCTOR,
  HOSPITAL,
  OTHER_HOSPITAL,
  ADMIN;

  static final List<Who> ALL = List.of(values());

  /// Those who have a column of their own in every row.
  static final List<Who> WITH_A_SESSION = ALL.subList(PATIENT.ordinal(), ALL.size());

  boolean isHospital() {
    return this == HOSPITAL || this == OTHER_HOSPITAL;
  }

  boolean isPatient() {
    return this == PATIENT || this == OTHER_PATIENT || this == RELATED;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
