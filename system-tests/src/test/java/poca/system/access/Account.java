package poca.system.access;

/// Somebody who has signed up.
record Account(String id, String email, String password, String token, String refreshToken) {}
