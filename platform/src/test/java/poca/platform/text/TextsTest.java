package poca.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \t\r\n\u000b",
        "\u00a0\u2007\u202f\u3000",
        "\u200b",
        "\u200d\u200c",
        "\ufeff",
        "\u00ad\u2060\u180e\u061c",
        "\u2800",
        "\u3164\u115f\u1160\uffa0",
        "\u034f\ufe0f",
        "\u2028\u2029\u0085",
        "\u202e\u2066",
        "\u0000\u001b\u007f",
        "\ud834\udd59",
        "\udb40\udd00\udb40\udc41",
        "\u17b4\u17b5\u180b",
      })
  void what_shows_nothing_is_blank(String text) {
    assertThat(Texts.isBlank(text)).isTrue();
    assertThat(Texts.key(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", ".", "\u00e9", "\u200b?\u200b", "\ud83d\ude00", "\u0627", "\u3042", "0"})
  void what_shows_a_sign_is_not_blank(String text) {
    assertThat(Texts.isBlank(text)).isFalse();
  }

  @Test
  void no_text_is_blank() {
    assertThat(Texts.isBlank(null)).isTrue();
    assertThat(Texts.key(null)).isNull();
  }

  @Test
  void a_smiling_face_is_one_character() {
    assertThat(Texts.length("a\ud83d\ude00\u00e9")).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\rb",
        "a\tb",
        "a\u001b[31mb",
        "a\u0007",
        "a\u007f",
        "a\u0085b",
        "a\u2028b",
        "a\u2029b",
        "a\u202eb",
        "a\u2066b",
      })
  void what_leaves_its_line_or_turns_it_around_is_not_one_line(String text) {
    assertThat(Texts.isOneLine(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Ana Mar\u00eda O\u2019Neil",
        "\u05d3\u05d9\u05d9\u05df\u200f",
        "a\u200db",
        "\ud83d\udc69\u200d\u2695\ufe0f"
      })
  void joiners_and_marks_of_a_script_stay_on_the_line(String text) {
    assertThat(Texts.isOneLine(text)).isTrue();
  }

  @Test
  void a_key_is_trimmed_of_what_cannot_be_seen_and_nothing_else() {
    assertThat(Texts.key(" \u200b\ufeffk 1\u00a0\n")).isEqualTo("k 1");
    assertThat(Texts.key("k-1")).isEqualTo("k-1");
    assertThat(Texts.trimmed(" \u200b\t\r\n\u0085\u2028\u2029\u00a0")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"k\u0007", "\u001bk", "k\u007f", "\u202ek", "k\u2069"})
  void a_control_character_at_an_end_is_not_trimmed_away(String text) {
    assertThat(Texts.key(text)).isEqualTo(text);
    assertThat(Texts.isOneLine(Texts.trimmed(text))).isFalse();
  }
}
