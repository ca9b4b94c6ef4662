package poca.ai.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageProfileTest {

  private static ContentLine line(String text) {
    return new ContentLine("xx.txt", 7, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "no (puedo; choices like (a|b)",
        "no puedo) respirar; choices like (a|b)",
        "no|ya; choices like (a|b)",
        "* respirar; a word at both ends",
        "respirar *; a word at both ends",
        "ab*; at least 3 letters before a star",
        "(a|) (b|); a word that is always there",
        "!!; words, found"
      })
  void a_phrase_out_of_form_is_named_by_file_and_line(String phrase, String expected) {
    assertThatThrownBy(() -> AlarmPhrase.of(line(phrase), phrase))
        .hasMessageContaining("clinical/languages/xx.txt:7")
        .hasMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[word]; one of the sections",
        "[words; a section like [words]",
        "hola; a section like [words] before anything else"
      })
  void a_file_out_of_form_is_named_by_file_and_line(String text, String expected) {
    assertThatThrownBy(() -> LanguageProfile.of("xx", List.of(line(text))))
        .hasMessageContaining("clinical/languages/xx.txt:7")
        .hasMessageContaining(expected);
  }

  @Test
  void a_missing_section_is_named() {
    assertThatThrownBy(() -> LanguageProfile.of("xx", List.of(line("[words]"), line("hola"))))
        .hasMessageContaining("xx.txt")
        .hasMessageContaining("[alarm breathing]");
  }

  @Test
  void a_text_without_its_placeholder_is_refused() {
    assertThatThrownBy(() ->
            LanguageProfile.of(
                "en", List.of(line("[words]"), line("hi"), line("[notice]"), line("Call us"))))
        .hasMessageContaining("xx.txt:7")
        .hasMessageContaining("{number}");
  }

  @Test
  void every_language_has_alarms_of_every_family() {
    for (var languageProfile : LanguageProfile.ALL) {
      assertThat(languageProfile.alarms())
          .as(languageProfile.tag())
          .containsOnlyKeys(AlarmKind.values());
      assertThat(languageProfile.alarms().values().stream().mapToInt(List::size).sum())
          .as(languageProfile.tag())
          .isGreaterThanOrEqualTo(25);
    }
  }
}
