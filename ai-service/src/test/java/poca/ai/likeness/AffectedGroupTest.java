package poca.ai.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AffectedGroupTest {

  private static final double YEAR = 365.25;

  private static boolean canStrike(String family, double years, String gender) {
    return EmergencyFamily.of(family).canStrike(years * YEAR, gender);
  }

  @Test
  void nobody_is_asked_for_what_cannot_strike_them() {
    assertThat(canStrike("child-dehydration", 40, "male")).isFalse();
    assertThat(canStrike("preeclampsia", 30, "male")).isFalse();
    assertThat(canStrike("preeclampsia", 80, "female")).isFalse();
    assertThat(canStrike("testicular-torsion", 14, "female")).isFalse();
    assertThat(canStrike("hip-fracture-old", 20, "female")).isFalse();
    assertThat(canStrike("newborn-fever", 7.0 / 12, "female")).isFalse();
  }

  @Test
  void who_can_be_struck_is() {
    assertThat(canStrike("child-dehydration", 1, "male")).isTrue();
    assertThat(canStrike("newborn-fever", 0.1, "female")).isTrue();
    assertThat(canStrike("preeclampsia", 45, "female")).isTrue();
    assertThat(canStrike("testicular-torsion", 0.1, "male")).isTrue();
    assertThat(canStrike("hip-fracture-old", 88, "male")).isTrue();
    assertThat(canStrike("stroke", 0, "female")).isTrue();
  }

  @Test
  void of_whom_nothing_is_known_everything_may_be_true() {
    for (var family : EmergencyFamily.all().values()) {
      assertThat(family.canStrike(null, null)).as(family.id()).isTrue();
      assertThat(family.canStrike(null, "other")).as(family.id()).isTrue();
    }
  }

  @Test
  void the_family_that_is_named_can_strike_the_patient() {
    var told = List.of(List.of("no wet nappy since last night, wont drink, eyes sunken, floppy"));
    var likeness = ShippedLikeness.get();
    var ofAChild = likeness.of(told, family -> true).orElseThrow().family();
    assertThat(ofAChild.canStrike(40 * YEAR, "male")).isFalse();
    var ofAMan = likeness.of(told, family -> family.canStrike(40 * YEAR, "male")).orElseThrow();
    assertThat(ofAMan.family().canStrike(40 * YEAR, "male")).isTrue();
  }
}
