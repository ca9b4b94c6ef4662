package poca.ai.casehistory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import poca.ai.casehistory.CaseHistoryTexts.Read;
import poca.ai.casehistory.CaseHistoryTexts.Source;
import poca.contracts.DocumentId;

class ExtractTest {

  private static Read document(String name, @Nullable String text) {
    return new Read(new DocumentId(UUID.randomUUID()), name, text);
  }

  private static Source source(String summary, Read... documents) {
    return new Source(1, summary, List.of(documents));
  }

  @Test
  void it_says_what_it_is_and_holds_the_words_as_they_stand() {
    var text =
        Extract.of(
            source(
                "Asthma since 2015. No allergies.",
                document("lab.txt", "HbA1c 8.2 %\nCreatinine 71 µmol/l"),
                document("scan.dcm", null)));
    assertThat(text.lines().toList())
        .containsExactly(
            "Extract made by rule, not by a model: sentences of the case history and of its"
                + " documents, word for word.",
            "Case history: Asthma since 2015. No allergies.",
            "Document \"lab.txt\": HbA1c 8.2 % Creatinine 71 µmol/l",
            "One document holds no text that could be read.");
  }

  @Test
  void of_too_much_the_sentences_stay_that_tell_a_doctor_something() {
    var filler =
        IntStream.range(0, 60).mapToObj(_ -> "We talked about the weather at length today.");
    var text =
        Extract.of(
            source(
                "She came by bus. "
                    + String.join(" ", filler.toList())
                    + " She takes warfarin 5 mg and has a fever. The end.",
                document("a.txt", "word ".repeat(2000))));
    assertThat(text).contains("She came by bus.", "[...] She takes warfarin 5 mg and has a fever.");
    assertThat(text.split("\\s+").length).isLessThanOrEqualTo(320);
  }

  @Test
  void pauses_grow_to_a_bound() {
    assertThat(CaseHistoryTexts.pauseAfter(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(CaseHistoryTexts.pauseAfter(3)).isEqualTo(Duration.ofSeconds(4));
    assertThat(CaseHistoryTexts.pauseAfter(300)).isEqualTo(Duration.ofMinutes(10));
  }
}
