package poca.ai.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

  private static String words(String message) {
    return Word.of(message).stream().map(Word::text).collect(Collectors.joining(" "));
  }

  static Stream<Arguments> misspelled() {
    return """
    chest: chets cheast chst chesst
    pain: pian paiin painnnn paain
    breath: breathng brething breeth breahting breathhh
    vomit: vomitting vommiting vomitin vomt
    diarrhoea: diarhea diarea diarreah diahorrea diarrrhea
    seizure: siezure seizer seizur seizuring
    unconscious: unconcious unconsious uncontious
    swollen: swolen swollon
    swelling: sweling swellling
    headache: hedache headake headach headacke
    stomach: stomache stomack
    temperature: temprature temperture tempreture temparature
    pregnant: pregnent prgnant
    bleeding: bleding bleedng bleeeding
    allergic: allergik alergic
    jaundice: jondice jaundis
    collapsed: colapsed collapsd
    fainted: faintd
    suicidal: suicdal sucidal
    stroke: strok stroek
    palpitations: palpatations palpitatons
    tightness: tightnes
    pressure: presure preasure
    weakness: weaknes
    numbness: numness nubmness
    drooping: droopng
    confused: confusd confuzed
    drowsy: drowzy
    contractions: contracions contractins
    haemorrhage: hemorrage heamorrhage
    anaphylactic: anaphilactic
    excruciating: excrutiating
    unbearable: unberable
    slurred: slured slurrd
    speech: speach
    shoulder: sholder
    right: rihgt
    paracetamol: paracetemol
    crushing: crushng
    sweating: swaeting sweatting
    shortness: shortnes
    """
        .lines()
        .map(line -> line.split(": ", -1))
        .flatMap(p -> Arrays.stream(p[1].split(" ", -1)).map(w -> Arguments.of(w, p[0])));
  }

  @ParameterizedTest
  @MethodSource("misspelled")
  void a_misspelled_word_is_found(String typed, String meant) {
    assertThat(words("my " + typed)).isEqualTo("my " + meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statin statins static station metformin calpol tylenol warfarin apixaban eliquis dolo",
        "brain beast bread bird test taste cheese chase chess paint paid pine spain plain",
        "bleached breeding pleading stake strike stride stork shoulders older smoulder",
        "hypotension arteritis apnoea dementia typhoid colitis cystitis otitis angiogram stent",
        "swearing sweeping sweet sleet dwelling spelling smelling yelling crashing brushing",
        "favour fewer lever never liver river recover forever cover over",
        "owie poorly tummy wobbly queasy peaky gran mum wonky snuffly grizzly",
        "sobbing sobs numbers thumb dumb mash cash wash dash rush rich itchy hitch",
        "reason season region legal label table lion loan lean leaf leap",
        "weekend weeping sleepy sleeves dropping dripping confide contract infection injection"
      })
  void a_word_of_any_list_is_left_alone(String words) {
    for (var word : words.split(" ", -1)) {
      assertThat(words("such " + word)).isEqualTo("such " + Lexicon.canonical(word));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          my name is Brest and I have a cold     | my name is brest and i have a cold
          I saw Mr Payn on Friday                | i saw mr payn on friday
          I take HCTZ and MTX for it             | i take hctz and mtx for it
          dolor de pecho y fiebre                | dolor de pecho y fiebre
          ich habe brustschmerzen und fieber     | ich habe brustschmerzen und fieber
          """)
  void names_abbreviations_and_other_languages_are_left_alone(String message, String read) {
    assertThat(words(message)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          chestpain                          | chest pain
          i cantbreathe                      | i cant breath
          icantbreathe                       | i cant breath
          shortofbreath                      | short of breath
          c a n t  b r e a t h e             | cant breath
          I c a n t b r e a t h e            | i cant breath
          c-a-n-t b-r-e-a-t-h-e              | cant breath
          I c.a.n.t breathe                  | i cant breath
          vitamin a b c d                    | vitamin a b c d
          heeelp                             | help
          sooo baaad                         | so bad
          can t breathe                      | cant breath
          can not breathe                    | cant breath
          su1cide                            | suicide
          """)
  void words_run_together_or_spelled_out(String message, String read) {
    assertThat(words(message)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          having sob on stairs               | having shortness of breath on stairs
          SOB since 2 days                   | shortness of breath since 2 days
          I am SOB and tired                 | i am shortness of breath and tired
          I sat down to sob.                 | i sat down to sob
          she was sobbing, a sob story       | she was sobbing a sob story
          bp 240/140, hr 190                 | blood pressure 240 140 heart rate 190
          1 hr ago, 2 hrs, for an hr         | 1 hours ago 2 hours for an hours
          n/v w/ abd pain                    | nausea and vomit with abdomen pain
          no h/o seizures                    | no history of seizure
          severe cp radiating to arm         | severe chest pain radiating to arm
          my son has cp                      | my son has cp
          my LO has a temp                   | my baby has a temperature
          lo and behold                      | lo and behold
          my DD has a rash                   | my daughter has a rash
          hart attack                        | heart attack
          brief loc then woke                | brief loss of conscious then woke
          plz help, idk                      | please help dont know
          6 mo old, 3 wk, 2 yr               | 6 months old 3 weeks 2 years
          2day                               | today
          wanna kms                          | want to kill myself
          """)
  void slang_and_abbreviations_are_written_out(String message, String read) {
    assertThat(words(message)).isEqualTo(read);
  }

  @Test
  void an_abbreviation_keeps_the_place_of_what_was_typed() {
    var message = "I have sob now";
    assertThat(Word.of(message))
        .extracting(w -> message.substring(w.start(), w.end()))
        .containsExactly("I", "have", "sob", "sob", "sob", "now");
  }

  @Test
  void words_of_english_and_words_of_the_tables_are_told_apart() {
    assertThat(Lexicon.isWord("window")).isTrue();
    assertThat(Lexicon.isWord("Metformin")).isTrue();
    assertThat(Lexicon.isWord("can't")).isTrue();
    assertThat(Lexicon.isWord("dolor")).isFalse();
    assertThat(Lexicon.isOwn("fever")).isTrue();
    assertThat(Lexicon.isOwn("umbrella")).isFalse();
    assertThat(Lexicon.isOwn("fevre")).isFalse();
  }
}
