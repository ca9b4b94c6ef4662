package poca.ai.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NamelessTest {

  @Test
  void names_contacts_addresses_and_ids_go_and_what_a_clinician_needs_stays() {
    assertThat(
            text(
                "My name is Anna Karenina, mail a.k@example.org, call +49 (30) 1234-5678. I live in"
                    + " Little Moscow. My daughter Olga, 3 years, has 38.5 C since 2026-11-20. Dr."
                    + " Who saw her. See https://x.example/1. 7 Oak Tree Lane."))
        .isEqualTo(
            "My name is [name], mail [contact], call [number]. [address]. My daughter [name], 3"
                + " years, has 38.5 C since 2026-11-20. Dr. [name] saw her. See [contact] [address]");
  }

  @Test
  void a_known_name_goes_wherever_it_stands_and_a_word_like_it_stays() {
    assertThat(
            Nameless.text(
                "rose may is ill; Rose has a fever, a rose-coloured rash; it may be old",
                Set.of("Rose May")))
        .isEqualTo("[name] is ill; [name] has a fever, a rose-coloured rash; it may be old");
  }

  @Test
  void measurements_are_no_telephone_numbers() {
    var said = "BP 120/80, pulse 110, 2 x 500 mg, 3 days, weight 62.5 kg, on 12.11.2026";
    assertThat(text(said)).isEqualTo(said);
  }

  private static String text(String said) {
    return Nameless.text(said, Set.of());
  }
}
