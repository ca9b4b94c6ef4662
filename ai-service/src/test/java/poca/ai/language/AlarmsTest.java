package poca.ai.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmsTest {

  @Test
  void emergencies_are_found_and_denials_and_the_rest_are_not() {
    var found = new HashMap<String, Integer>();
    var silent = new HashMap<String, Integer>();
    var wrong = new ArrayList<String>();
    for (var sentence : Sentences.labelled("alarms.txt")) {
      var tag = sentence.label().substring(0, 2);
      var family = sentence.label().substring(3);
      var alarms = Alarms.in(sentence.text());
      if (family.equals("-")) {
        silent.merge(tag, 1, Integer::sum);
        if (!alarms.isEmpty()) wrong.add(sentence + " raised " + alarms);
      } else {
        found.merge(tag, 1, Integer::sum);
        if (alarms.stream()
            .noneMatch(a -> a.tag().equals(tag) && a.family().label().equals(family)))
          wrong.add(sentence + " raised only " + alarms);
      }
    }
    System.out.println(
        "alarms judged: " + Sentences.labelled("alarms.txt").size() + ", wrong: " + wrong);
    for (var languageProfile : LanguageProfile.ALL) {
      assertThat(found.get(languageProfile.tag()))
          .as(languageProfile.tag())
          .isGreaterThanOrEqualTo(8);
      assertThat(silent.get(languageProfile.tag()))
          .as(languageProfile.tag())
          .isGreaterThanOrEqualTo(5);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void english_raises_none() throws IOException {
    for (var file : List.of("english.txt", "english-words.txt"))
      for (var text : Sentences.of(file)) assertThat(Alarms.in(text)).as(text).isEmpty();
    for (var text : Sentences.ofTheRules()) assertThat(Alarms.in(text)).as(text).isEmpty();
  }

  @Test
  void ordinary_complaints_raise_none() {
    for (var sentence : Sentences.labelled("sentences.txt"))
      assertThat(Alarms.in(sentence.text())).as(sentence.text()).isEmpty();
  }

  @Test
  void a_sentence_in_an_english_message_counts_where_it_stands() {
    var text = "Hello, sorry for my English. 😟 Mi papá NO PUEDE\nRESPIRAR, please help";
    assertThat(Alarms.in(text))
        .singleElement()
        .satisfies(alarm -> {
          assertThat(alarm.tag()).isEqualTo("es");
          assertThat(alarm.family()).isEqualTo(AlarmKind.BREATHING);
          assertThat(text.substring(alarm.start(), alarm.end())).isEqualTo("NO PUEDE\nRESPIRAR");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no... puedo... respirar|es",
        "No puedo  respirar|es",
        "não consigo respirar|pt",
        "nao consigo respirar|pt",
        "Ich kriege keine Luft|de",
        "Überdosis genommen|de",
        "Ueberdosis genommen|de",
        "UBERDOSIS genommen|de",
        "NEFES ALAMIYORUM|tr",
        "لا أستـــطيع التنفّس|ar",
        "لا استطيع التنفس|ar",
        "وصدري يؤلمني|ar",
        "ﻻ ﺃﺳﺘﻄﻴﻊ ﺍﻟﺘﻨﻔﺲ|ar",
        "मुझे सास नही आ रही|hi",
        "我無法呼吸|zh",
        "無法　呼吸|zh",
        "ケイレンを起こしている|ja"
      })
  void spellings_are_compared_as_one(String text, String tag) {
    assertThat(Alarms.in(text)).extracting(Alarm::tag).contains(tag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no se me quita el dolor de pecho",
        "no aguanto el dolor en el pecho",
        "no tengo fiebre, me duele el pecho",
        "no tengo fiebre pero me duele mucho el pecho",
        "desde hace años tengo dolor en el pecho",
        "hace dos años tuve un infarto y ahora otra vez dolor en el pecho",
        "je ne supporte plus la douleur dans la poitrine",
        "die Schmerzen in der Brust gehen nicht weg",
        "боль в груди не проходит",
        "胸口痛没有好转"
      })
  void a_no_that_denies_something_else_denies_no_alarm(String text) {
    assertThat(Alarms.in(text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No. Puedo respirar bien",
        "no, puedo respirar",
        "no tengo fiebre, puedo respirar bien"
      })
  void a_phrase_does_not_reach_over_a_comma_or_a_full_stop(String text) {
    assertThat(Alarms.in(text)).isEmpty();
  }

  @Test
  void a_line_end_or_an_emoji_separates_nothing() {
    assertThat(Alarms.in("息が\nできない")).extracting(Alarm::tag).contains("ja");
    assertThat(Alarms.in("no 😭 puedo\r\nrespirar")).extracting(Alarm::tag).contains("es");
  }

  @Test
  void sixteen_kibibytes_are_searched() {
    assertThat(Alarms.in("no puedo ".repeat(1_800) + "respirar")).hasSize(1);
  }
}
