package poca.ai.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalisedTextTest {

  private static String plain(String message) {
    return NormalisedText.of(message).text();
  }

  private static String words(String message) {
    return Word.of(message).stream().map(Word::text).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          <p>I&nbsp;can't&nbsp;breathe</p>              | i cant breath
          <P CLASS="x">I can&#39;t <b>brea</b>the</P>   | i cant breath
          I can&rsquo;t&#160;breathe                    | i cant breath
          I can&#x2019;t breathe                        | i cant breath
          I can&#146;t breathe                          | i cant breath
          &lt;p&gt;I can&amp;#39;t breathe&lt;/p&gt;    | i cant breath
          I can&amp;rsquo;t&amp;nbsp;breathe            | i cant breath
          <span>I can't</span><span>breathe</span>      | i cant breath
          <!-- a note -->I can't<br/>breathe            | i cant breath
          <style>p {color:red}</style>chest pain        | chest pain
          <![CDATA[chest pain]]>                        | chest pain
          <o:p></o:p>chest pain<o:p>&#160;</o:p>        | chest pain
          vomiting &amp; diarrhoea                      | vomit and diarrhoea
          for < 3 days                                  | for 3 days
          spo2 <90 and temp > 39 and <40                | oxygen saturation 90 and temperature 39 and 40
          pain <i think> in my chest                    | pain i think in my chest
          <chest pain>                                  | chest pain
          a <b and c                                    | a b and c
          <p                                            | p
          AT&T; &unknown; &                             | at and t and unknown and
          """)
  void markup_is_what_a_reader_of_the_page_sees(String message, String words) {
    assertThat(words(message)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ｃｈｅｓｔ　ｐａｉｎ        | chest pain
          𝐜𝐡𝐞𝐬𝐭 𝓹𝓪𝓲𝓷              | chest pain
          ⓒⓗⓔⓢⓣ ⓟⓐⓘⓝ           | chest pain
          🅲🅷🅴🆂🆃 ᴘᴀɪɴ            | CHEST pain
          ﬂu and ﬁts                | flu and fits
          ３８.６ ℃                   | 38.6 °C
          38º and 38˚               | 38° and 38°
          ٣٨٫٦                       | 38.6
          १०१ and ৩৯                 | 101 and 39
          38·6                      | 38.6
          3️⃣8️⃣                        | 38
          1½ and 1 ½ and ½ and 2¼   | 1.5 and 1.5 and 0.5 and 2.25
          ⅓ of it                   | 0.33 of it
          Tylenol™ and №5           | Tylenol  and #5
          10² and CO₂               | 10^2 and CO2
          can’t can‘t can´t can＇t  | can't can't can't can't
          I саn't breаthe           | I can't breathe
          5 μg                      | 5 ug
          боль в груди              | боль в груди
          años                      | años
          canâ€™t                   | can't
          """)
  void characters_have_one_form(String message, String plain) {
    assertThat(plain(message)).isEqualToIgnoringCase(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "U+200B", "U+200C", "U+200D", "U+FEFF", "U+00AD", "U+2060", "U+202E", "U+2069", "U+FE0F",
    "U+20E3", "U+E0041", "U+034F", "U+0336", "U+0007"
  })
  void what_cannot_be_seen_is_dropped_inside_a_word(String character) {
    int code = Integer.parseInt(character.substring(2), 16);
    assertThat(plain("che" + Character.toString(code) + "st")).isEqualTo("chest");
  }

  @ParameterizedTest
  @CsvSource({
    "U+00A0", "U+2003", "U+2009", "U+202F", "U+3000", "U+0009", "U+1680", "U+2800", "U+3164"
  })
  void every_blank_is_a_blank(String character) {
    int code = Integer.parseInt(character.substring(2), 16);
    assertThat(plain("chest" + Character.toString(code) + "pain")).isEqualTo("chest pain");
  }

  @ParameterizedTest
  @CsvSource({"U+000B", "U+000C", "U+0085", "U+2028", "U+000D"})
  void every_line_end_is_one(String character) {
    int code = Integer.parseInt(character.substring(2), 16);
    assertThat(plain("chest" + Character.toString(code) + "pain")).isEqualTo("chest\npain");
  }

  @Test
  void accents_stay_in_the_plain_text_and_go_in_the_words() {
    assertThat(plain("pàin")).isEqualTo("pàin");
    assertThat(words("pàin chést Øh")).isEqualTo("pain chest oh");
  }

  @Test
  void each_character_knows_what_it_was() {
    var message = "😷 <b>I</b>&nbsp;can&rsquo;t ½ ﬁt";
    var plain = NormalisedText.of(message);
    assertThat(plain.text()).isEqualTo("😷 I can't 0.5 fit");
    assertThat(said(message, plain, "I")).isEqualTo("I");
    assertThat(said(message, plain, " ca")).isEqualTo("&nbsp;ca");
    assertThat(said(message, plain, "can't")).isEqualTo("can&rsquo;t");
    assertThat(said(message, plain, "0.5")).isEqualTo("½");
    assertThat(said(message, plain, "fi")).isEqualTo("ﬁ");
  }

  private static String said(String message, NormalisedText plain, String text) {
    int at = plain.text().indexOf(text);
    return message.substring(plain.start(at), plain.end(at + text.length() - 1));
  }

  @Test
  void words_keep_their_place_in_what_was_sent() {
    var message = "<p>ｃｈｅｓｔ&nbsp;<b>pa\u200Bin</b></p>";
    assertThat(Word.of(message))
        .extracting(w -> message.substring(w.start(), w.end()))
        .containsExactly("ｃｈｅｓｔ", "pa\u200Bin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          I can't⏎breathe                       | i cant ~breath
          No fever⏎chest pain                   | no fever ~chest pain
          No fever⏎Chest pain                   | no fever / chest pain
          fever⏎⏎cough                          | fever / cough
          my chest⏎- hurts                      | my chest / hurts
          my chest⏎• hurts                      | my chest / hurts
          fever since Monday⏎2. cough           | fever since monday / 2 / cough
          I have a fever⏎allergies: none        | i have a fever / allergies none
          I have crushing⏎Chest pain            | i have crushing ~chest pain
          No⏎Chest pain                         | no / chest pain
          <p>I can't</p><p>breathe</p>          | i cant ~breath
          <div>I can't</div>  <div>breathe</div>| i cant ~breath
          <p>fever</p><p><br></p><p>cough</p>   | fever / cough
          <ul><li>fever</li><li>cough</li></ul> | fever / cough
          I can't... breathe                    | i cant ~breath
          I have a fever... My chest hurts      | i have a fever / my chest hurts
          my temp. is 39, b.p. 120              | my temperature is 39 blood pressure 120
          I have a temp. My chest hurts         | i have a temperature / my chest hurts
          """)
  void a_line_end_ends_a_sentence_only_before_an_item_of_its_own(String message, String read) {
    var words = new StringBuilder();
    for (var word : Word.of(message.replace('⏎', '\n'))) {
      if (!words.isEmpty()) words.append(word.startsSentence() ? " / " : " ");
      if (word.before() == Word.Break.LINE) words.append('~');
      words.append(word.text());
    }
    assertThat(words.toString()).isEqualTo(read);
  }
}
