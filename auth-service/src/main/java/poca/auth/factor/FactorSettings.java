package poca.auth.factor;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import poca.contracts.Role;

/// @param requiredRoles whose accounts must have a second factor: roles with commas between
@ConfigurationProperties("poca.second-factor")
record FactorSettings(@DefaultValue("") String requiredRoles) {

  FactorSettings {
    var _ = parsed(requiredRoles);
  }

  Set<Role> required() {
    return parsed(requiredRoles);
  }

  private static Set<Role> parsed(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .map(FactorSettings::role)
        .collect(toUnmodifiableSet());
  }

  private static Role role(String word) {
    try {
      return Role.ofWire(word);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("MFA_REQUIRED_ROLES: there is no role " + word, e);
    }
  }
}
