package poca.auth;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

  @Test
  void features_use_each_other_through_their_doors_and_in_no_circle() {
    ApplicationModules.of(AuthService.class).verify();
  }
}
