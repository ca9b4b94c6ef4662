package poca.auth;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

  @Test
  void features_know_each_other_by_their_doors_and_in_one_direction() {
    ApplicationModules.of(AuthService.class).verify();
  }
}
