package poca.contracts;

/// The codes of the error envelope. What each means, and with which status it goes, is section 1.3
/// of the contract.
public enum ErrorCode {
  /// Bad credentials: 401 at login, 400 for a wrong old password, code or one-time token.
  AUTH_001,
  /// Access token expired: 401.
  AUTH_002,
  /// No token, an invalid one, or an ended session: 401.
  AUTH_003,
  /// Not permitted, deactivated account, bad entity: 403.
  AUTH_004,
  /// Too many failed logins: 429.
  AUTH_005,
  /// Second factor required: 401.
  AUTH_006,
  /// Not found: 404; expired download token: 410.
  RES_001,
  /// Already exists: 400.
  RES_002,
  /// Conflict, an overlapping appointment: 409.
  RES_003,
  /// Validation: 422, 413, 415, 416.
  VAL_001,
  /// Reserved.
  VAL_002,
  /// Internal: 500.
  SRV_001,
  /// Unavailable: 503.
  SRV_002,
  /// Too many requests: 429.
  SRV_003,
  /// Operation not allowed: 400, 405.
  BIZ_001,
  /// Not possible in this state: 400 or 409.
  BIZ_002
}
