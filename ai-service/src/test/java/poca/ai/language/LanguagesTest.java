package poca.ai.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

  private static Detected of(String... texts) {
    return Languages.of(List.of(texts), Sentences.ENGLISH_WORDS::contains);
  }

  @Test
  void what_patients_write_in_english_is_read() {
    var sentences = Sentences.of("english.txt");
    assertThat(sentences).hasSizeGreaterThanOrEqualTo(60);
    assertThat(sentences).allSatisfy(s -> assertThat(of(s)).as(s).isEqualTo(Detected.of("en")));
    assertThat(of(sentences.toArray(String[]::new)).isRead()).isTrue();
  }

  @Test
  void english_is_read_even_without_a_word_list() throws IOException {
    var sentences = Sentences.ofTheRules();
    long unread =
        sentences.stream().filter(s -> !Languages.of(List.of(s), _ -> false).isRead()).count();
    System.out.println(
        "English not read without a word list: " + unread + " of " + sentences.size());
    assertThat(sentences).hasSizeGreaterThan(100);
    assertThat(unread).isLessThanOrEqualTo(sentences.size() / 50);
  }

  @Test
  void a_sentence_of_another_language_is_known_as_it() {
    var sentences = Sentences.labelled("sentences.txt");
    var right = new TreeMap<String, Integer>();
    var wrong = new ArrayList<String>();
    for (var sentence : sentences) {
      var detected = of(sentence.text());
      if (sentence.label().equals(detected.tag())) right.merge(sentence.label(), 1, Integer::sum);
      else wrong.add(sentence.label() + " taken for " + detected.tag() + ": " + sentence.text());
      assertThat(detected.isRead()).as(sentence.text()).isFalse();
    }
    System.out.println(
        "languages known: " + (sentences.size() - wrong.size()) + " of " + sentences.size());
    wrong.forEach(System.out::println);
    var counts =
        sentences.stream()
            .collect(Collectors.groupingBy(Sentences.Labelled::label, Collectors.counting()));
    for (var languageProfile : LanguageProfile.ALL)
      assertThat(counts.get(languageProfile.tag()))
          .as(languageProfile.tag())
          .isGreaterThanOrEqualTo(8);
    assertThat(wrong).isEmpty();
  }

  @Test
  void nothing_to_judge_by_is_no_language() {
    assertThat(of("39.5", "👍 ?!", "٣٩")).isEqualTo(Detected.NOTHING);
    assertThat(of()).isEqualTo(Detected.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tengo fiebre", "ja", "Fieber", "ok", "oui merci", "mal di testa"})
  void a_few_latin_letters_count_as_english(String text) {
    assertThat(of(text).tag()).isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource({"no puedo respirar,es", "nefes alamıyorum,tr", "Herzinfarkt,de", "siwezi kupumua,sw"})
  void unless_they_are_an_alarm(String text, String tag) {
    assertThat(of(text).tag()).isEqualTo(tag);
  }

  @ParameterizedTest
  @CsvSource({
    "помогите,ru",
    "допоможіть,uk",
    "βοήθεια,el",
    "עזרה,he",
    "ช่วยด้วย,th",
    "உதவி,ta",
    "మద్దతు,te",
    "도와주세요,ko",
    "疼,zh",
    "たすけて,ja",
    "ألم,ar",
    "درد ہے,ur",
    "દુખાવો,gu",
    "ਦਰਦ,pa",
    "ցավ,hy",
    "ህመም,am",
    "दर्द,hi",
    "ব্যথা,bn"
  })
  void one_word_of_another_script_is_enough(String text, String tag) {
    assertThat(of(text).tag()).isEqualTo(tag);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "मला कालपासून खूप ताप आहे आणि डोके दुखत आहे|mr",
        "मलाई हिजोदेखि ज्वरो छ र टाउको दुखेको छ|ne",
        "от вчера ме боли главата и имам температура|bg",
        "од јуче ме боли глава и имам температуру|sr",
        "نن مې سر ډېر درد کوي|ps"
      })
  void languages_of_one_script_are_told_apart(String text, String tag) {
    assertThat(of(text).tag()).isEqualTo(tag);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Orí ń fọ́ mi láti àná, ara mi sì gbóná gan an ni",
        "Ina jin zafi a kirjina tun jiya kuma bana iya barci",
        "Ngiphethwe yikhanda kusukela izolo futhi ngiyagula kakhulu"
      })
  void a_language_that_nobody_knows_is_not_taken_for_english(String text) {
    assertThat(of(text).isRead()).isFalse();
  }

  @Test
  void the_words_of_the_whole_session_are_judged() {
    assertThat(of("me duele", "la cabeza", "desde ayer").tag()).isEqualTo("es");
    assertThat(of("My chest hurts when I walk up the stairs", "desde ayer por la noche").isRead())
        .isTrue();
    assertThat(
            of("hello", "me duele la cabeza desde ayer y tengo fiebre", "no puedo dormir").isRead())
        .isFalse();
  }

  @Test
  void an_english_message_with_letters_of_another_script_is_read() {
    assertThat(of("chest pain since yesterday, my mother says помогите").isRead()).isTrue();
    assertThat(of("took 50 μg of levothyroxine, Δ weight 3 kg").isRead()).isTrue();
  }

  @Test
  void full_width_letters_are_letters() {
    assertThat(of("ｃｈｅｓｔ　ｐａｉｎ　ｓｉｎｃｅ　ｙｅｓｔｅｒｄａｙ").tag()).isEqualTo("en");
  }

  @Test
  void any_text_gets_an_answer() {
    for (var text :
        List.of("a,".repeat(8_000), "\uD83D", "\uDC00x\uD83D", "\u0301\u0301", "ـــ", "ー", "ﷺ")) {
      assertThat(of(text)).isNotNull();
      assertThat(Alarms.in(text)).isNotNull();
    }
  }

  @Test
  void the_same_text_gives_the_same_answer() {
    for (var sentence : Sentences.labelled("sentences.txt"))
      assertThat(Objects.requireNonNull(of(sentence.text()).tag()))
          .isEqualTo(of(sentence.text()).tag());
  }
}
