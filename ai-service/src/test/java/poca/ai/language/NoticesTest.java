package poca.ai.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesTest {

  private static final List<String> WRITTEN_FOR =
      List.of("es", "pt", "fr", "de", "it", "tr", "ru", "ar", "hi", "bn", "ur", "zh", "ja", "sw");

  static Stream<String> tags() {
    return WRITTEN_FOR.stream();
  }

  @Test
  void the_fourteen_languages_of_the_contract_have_a_file() {
    assertThat(LanguageProfile.ALL)
        .extracting(LanguageProfile::tag)
        .containsExactlyElementsOf(WRITTEN_FOR);
  }

  @ParameterizedTest
  @MethodSource("tags")
  void a_notice_is_in_its_language_and_names_the_number(String tag) {
    var notice = Notices.unread(tag, "112");
    assertThat(notice).contains("112").doesNotContain("{", "}", "\n");
    assertThat(Languages.of(List.of(notice), _ -> false).tag()).isEqualTo(tag);
  }

  @ParameterizedTest
  @MethodSource("tags")
  void the_advice_is_in_its_language_and_names_number_and_contact(String tag) {
    var advice = Notices.emergency(tag, "112", "+44 20 7946 0000");
    assertThat(advice).contains("112", "+44 20 7946 0000").doesNotContain("{", "}", "\n");
    assertThat(Languages.of(List.of(advice), _ -> false).tag()).isEqualTo(tag);
    assertThat(Notices.emergency(tag, "112", null))
        .isEqualTo(Notices.emergency(tag, "112", " "))
        .hasSizeLessThan(advice.length())
        .doesNotContain("{");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ko", "und", "hi-Latn", "ar-Latn", "nl", "en"})
  void anybody_else_is_told_in_english_and_in_the_six_of_the_united_nations(String tag) {
    for (var text : List.of(Notices.unread(tag, "999"), Notices.emergency(tag, "999", "Clinic"))) {
      var parts = List.of(text.split("\n\n"));
      assertThat(parts)
          .extracting(part -> Languages.of(List.of(part), _ -> true).tag())
          .first()
          .isEqualTo("en");
      assertThat(parts.stream().skip(1))
          .extracting(part -> Languages.of(List.of(part), _ -> false).tag())
          .containsExactly("ar", "zh", "fr", "ru", "es");
      assertThat(parts).allSatisfy(part -> assertThat(part).contains("999"));
    }
  }

  @Test
  void a_region_is_answered_in_its_language() {
    assertThat(Notices.unread("pt-BR", "192")).isEqualTo(Notices.unread("pt", "192"));
  }

  @Test
  void a_number_keeps_its_order_between_letters_that_run_to_the_left() {
    assertThat(Notices.emergency("ar", "112", "+44 20 7946 0000"))
        .contains("\u2066+44 20 7946 0000\u2069", "\u2066112\u2069");
  }

  @Test
  void nothing_in_them_looks_like_an_alarm_to_the_matcher() {
    for (var tag : WRITTEN_FOR) assertThat(Alarms.in(Notices.unread(tag, "112"))).as(tag).isEmpty();
  }
}
