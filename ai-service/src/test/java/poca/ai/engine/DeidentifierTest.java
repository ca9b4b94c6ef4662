package poca.ai.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeidentifierTest {

  @Test
  void names_contacts_addresses_and_ids_go_and_what_a_clinician_needs_stays() {
    assertThat(
            text(
                "My name is Anna Karenina, mail a.k@example.org, call +49 (30) 1234-5678. I live in"
                    + " Little Moscow. My daughter Olga, 3 years, has 38.5 C since 2026-11-20. Dr."
                    + " Who saw her. See https://x.example/1. 7 Oak Tree Lane."))
        .isEqualTo(
            "My name is [name], mail [contact], call [number]. [address]. My daughter [name], 3"
                + " years, has 38.5 C since 2026-11-20. Dr. [name] saw her. See [contact]"
                + " [address]");
  }

  @Test
  void a_known_name_goes_wherever_it_stands_and_a_word_like_it_stays() {
    assertThat(
            Deidentifier.text(
                "rose may is ill; Rose has a fever, a rose-coloured rash; it may be old",
                Set.of("Rose May")))
        .isEqualTo("[name] is ill; [name] has a fever, a rose-coloured rash; it may be old");
    assertThat(Deidentifier.text("alfie is ill, Turner's ear too", Set.of("Alfie Turner")))
        .isEqualTo("[name] is ill, [name]'s ear too");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BP 120/80, pulse 110, 2 x 500 mg, 3 days, weight 62.5 kg, on 12.11.2026",
        "The reading is 158/96 151/94 160/90",
        "148/92, 150/95 then 139/88 - 141/90",
        "from 2019-2021, b12 5mg and d3"
      })
  void measurements_are_no_telephone_numbers(String said) {
    assertThat(text(said)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Seen with husband Gareth. | Seen with husband [name].
          my boyfriend Luke scratches | my boyfriend [name] scratches
          my girlfriend Anna ate it | my girlfriend [name] ate it
          my nan Doris fell | my nan [name] fell
          our Jack is ill | our [name] is ill
          my mum Carol | my mum [name]
          my son alfie has it | my son [name] has it
          his name's Alfie | his name's [name]
          a lovely Mr Patel, or was it Patil | a lovely Mr [name], or was it [name]
          How do I send it Margaret | How do I send it [name]
          postcode SW1A 1AA | postcode [address]
          post code is sw1a 1aa. | post code is [address].
          Springfield, IL 62704 | Springfield, [address]
          zip 62704-1234 | zip [address]
          @chloe_b on insta | [contact] on insta
          I am Allergic | I am Allergic
          I am Polish | I am Polish
          158/96 or call 0770 0900 456 | 158/96 or call [number]
          120/80 07700 900456 | 120/80 [number]
          This is Calpol | This is Calpol
          I'm Type 2 diabetic | I'm Type 2 diabetic
          Miss Red eye | Miss Red eye
          the doctor Said it | the doctor Said it
          Mr Brown saw me | Mr [name] saw me
          Dr Young and Doctor Kowalski | Dr [name] and Doctor [name]
          my son Has a fever | my son Has a fever
          This is Anna Smith from Leeds | This is [name] from Leeds
          we stayed in Porto, Dad has Parkinson's | we stayed in Porto, Dad has Parkinson's
          """)
  void who_is_named_goes_and_what_is_no_name_stays(String said, String kept) {
    assertThat(text(said)).isEqualTo(kept);
  }

  @Test
  void a_name_does_not_reach_over_the_end_of_a_line() {
    var heading = "Summary for the Family doctor\n\nPatient: 19 years old";
    assertThat(text(heading)).isEqualTo(heading);
    assertThat(text("it itches\nRegards\nSandra")).isEqualTo("it itches\nRegards\n[name]");
    assertThat(text("Thanks,\nDr Ana Lima\nCough")).isEqualTo("Thanks,\nDr [name]\nCough");
  }

  private static String text(String said) {
    return Deidentifier.text(said, Set.of());
  }
}
