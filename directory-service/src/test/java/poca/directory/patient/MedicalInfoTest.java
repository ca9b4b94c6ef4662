package poca.directory.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import poca.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

class MedicalInfoTest {

  @Test
  void nothing_given_is_no_object() {
    assertThat(MedicalInfo.of(null, null, null, null)).isNull();
  }

  @Test
  void a_key_that_was_not_given_is_not_there() {
    var info = MedicalInfo.of(null, List.of("nuts"), null, List.of());

    assertThat(new JsonMapper().writeValueAsString(info))
        .isEqualTo("{\"allergies\":[\"nuts\"],\"conditions\":[]}");
  }

  @Test
  void lists_of_a_sign_up_win_over_the_object() {
    var object = new MedicalInfo(List.of("nuts"), List.of("iron"), null);

    assertThat(MedicalInfo.of(object, List.of("milk"), null, null))
        .isEqualTo(new MedicalInfo(List.of("milk"), List.of("iron"), null));
  }

  @Test
  void more_than_a_free_object_may_hold_is_refused() {
    var info = new MedicalInfo(Collections.nCopies(100, "x".repeat(200)), null, null);

    assertThatThrownBy(info::refuseOversize)
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.status()).isEqualTo(422));
  }
}
