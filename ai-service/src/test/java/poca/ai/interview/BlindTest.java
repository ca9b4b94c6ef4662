package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import poca.ai.triage.UrgencyLevel;

/// First messages written by people who had seen neither rules nor tables. What they showed has
/// been mended since, so the figures here only keep what was reached; how new ones fare is in
/// `docs/reports/`.
class BlindTest {

  private static List<Vignette> vignettes(String file) throws IOException {
    return Vignette.in(Path.of("src/test/resources/blind", file));
  }

  @Test
  void what_is_not_understood_is_never_green() throws IOException {
    for (var vignette : vignettes("odd.tsv")) {
      var assessed = vignette.assessed();
      if (!assessed.understood())
        assertThat(assessed.urgency().level()).as(vignette.text()).isNotEqualTo(UrgencyLevel.GREEN);
    }
  }

  @Test
  void hardly_an_emergency_in_odd_words_is_green() throws IOException {
    var reds = vignettes("odd.tsv").stream().filter(v -> v.label() == UrgencyLevel.RED).toList();
    assertThat(reds).hasSizeGreaterThanOrEqualTo(100);
    var green =
        reds.stream().filter(v -> v.assessed().urgency().level() == UrgencyLevel.GREEN).toList();
    green.forEach(v -> System.out.println("green though red: " + v.text()));
    System.out.printf("emergencies in odd words: %d, green: %d%n", reds.size(), green.size());
    assertThat(green).hasSizeLessThanOrEqualTo(reds.size() / 10);
  }

  @Test
  void of_everyday_complaints_few_are_not_understood_and_hardly_one_is_red() throws IOException {
    var all = vignettes("everyday.tsv");
    assertThat(all).hasSizeGreaterThanOrEqualTo(150);
    var unclear = count(all, a -> a.urgency().ruleId().equals("not-understood"));
    var red = count(all, a -> a.urgency().level() == UrgencyLevel.RED);
    System.out.printf(
        "everyday complaints: %d, yellow by not-understood: %d, red: %d%n",
        all.size(), unclear, red);
    assertThat(unclear).isLessThanOrEqualTo(all.size() * 15 / 100);
    assertThat(red).isLessThanOrEqualTo(all.size() * 2 / 100);
  }

  @Test
  void nothing_in_another_language_is_taken_for_read_or_green() throws IOException {
    for (var vignette : vignettes("languages.tsv")) {
      var assessed = vignette.assessed();
      assertThat(assessed.isRead()).as(vignette.text()).isFalse();
      assertThat(assessed.understood()).as(vignette.text()).isFalse();
      assertThat(assessed.urgency().level()).as(vignette.text()).isNotEqualTo(UrgencyLevel.GREEN);
    }
  }

  private static long count(List<Vignette> vignettes, Predicate<Assessment> is) {
    return vignettes.stream().map(Vignette::assessed).filter(is).count();
  }
}
