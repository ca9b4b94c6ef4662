package poca.auth.account;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param email empty for none
@ConfigurationProperties("poca.first-admin")
record FirstAdminSettings(String email, String password) {

  boolean isSet() {
    return !email.isBlank() && !password.isBlank();
  }

  @Override
  public String toString() {
    return "FirstAdminSettings";
  }
}
