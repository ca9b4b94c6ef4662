package poca.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Names the relation that allowed a caller's use, in the contract's terms (2.1), as the audit
/// shows it.
public enum AccessBasis {
  ADMIN,
  /// the own account or profile
  SELF,
  /// a doctor-patient mapping
  TREATS,
  /// a user-patient relation, or ownership of the patient
  RELATED,
  /// a hospital mapping
  LINKED,
  /// a hospital of the caller's
  OWN_HOSPITAL,
  /// a side of the chat
  PARTY,
  UPLOADER,
  /// whoever may read what a document is attached to, or a party of a chat it was sent in
  READER,
  /// a one-time token: for a download, for a new password
  TOKEN,
  /// public routes: a sign-up, a public photo
  PUBLIC,
  /// the right password, and the second factor where there is one
  CREDENTIALS,
  /// the role alone: lists that show each caller what is visible to it, creating what is one's own
  ROLE;

  /// The spelling on the wire: lower case.
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
