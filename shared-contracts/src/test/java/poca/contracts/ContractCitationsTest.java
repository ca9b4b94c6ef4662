package poca.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds the code and the documents to `docs/contract.md`: what they cite by number stands there.
class ContractCitationsTest {

  private static final Set<String> CITING = Set.of("java", "yaml", "yml", "md", "sql", "txt");
  private static final Path CONTRACT = Path.of("docs/contract.md");
  private static final Path MATRIX = Path.of("system-tests/src/test/resources/access-matrix.yaml");

  private static final Pattern HEADING =
      Pattern.compile("^#+ (\\d(?:\\.\\d+)*)\\.? ", Pattern.MULTILINE);

  /// A section has one digit before the first full stop, so that "the contract's 16 KiB" is none.
  private static final Pattern CITED =
      Pattern.compile(
          "(?i)\\bcontract(?:'s)?(?: \\(|,? )(?:section )?(\\d(?!\\d)(?:\\.\\d+)*"
              + "(?:(?:,| and| to) \\d(?:\\.\\d+)+)*)"
              + "|\\bsection (\\d(?!\\d)(?:\\.\\d+)*) of the contract");

  /// Within the contract itself: `(4.3)`.
  private static final Pattern CITED_INSIDE = Pattern.compile("\\((\\d(?:\\.\\d+)+)\\)");

  private static final Pattern NUMBER = Pattern.compile("\\d(?:\\.\\d+)*");
  private static final Pattern MATRIX_LINE = Pattern.compile("- contract: \"(.*)\"");

  private static final Pattern NEW_LINE = Pattern.compile("\\R\\s*(?:///?|\\*|#)?\\s*");

  @Test
  void every_section_that_is_cited_has_a_heading() {
    var texts = Repository.texts(CITING);
    var sections = sections(texts.get(CONTRACT));
    var cited = new ArrayList<String>();
    var nowhere = new ArrayList<String>();
    texts.forEach((file, text) ->
        cited(file, text)
            .forEach(section -> {
              cited.add(section);
              if (!sections.contains(section)) {
                nowhere.add(file + ": " + section);
              }
            }));

    assertThat(nowhere).isEmpty();
    assertThat(cited).as("citations that were found").hasSizeGreaterThan(80);
  }

  /// So that the two can be compared line by line.
  @Test
  void every_line_of_the_access_matrix_is_a_row_or_a_section_of_the_contract() {
    var texts = Repository.texts(CITING);
    var contract = Objects.requireNonNull(texts.get(CONTRACT));
    var sections = sections(contract);
    var lines =
        MATRIX_LINE
            .matcher(Objects.requireNonNull(texts.get(MATRIX)))
            .results()
            .map(line -> line.group(1))
            .toList();

    assertThat(lines)
        .hasSizeGreaterThan(40)
        .allMatch(line ->
            Character.isDigit(line.charAt(0))
                ? sections.containsAll(numbers(line.substring(0, line.indexOf(':'))))
                : contract.contains("\n| " + line + " |\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /// The rule (contract 1.7), for handlers.          | 1.7
          /// Lists (contract 4.3 to 4.5, 4.9).               | 4.3 4.5 4.9
          # contract 2.3 with the order of refusals of 2.2     | 2.3
          /// Contract 0: a grant is effective.               | 0
          The contract (6.2.3, 6.2.7) wants                    | 6.2.3 6.2.7
          read as section 5.1 of the contract says             | 5.1
          is the contract's section 2.3 in signs               | 2.3
          larger than the contract's 16 KiB                    | ''
          becomes the contract's 409 with what                 | ''
          """)
  void a_citation_is_seen(String text, String sections) {
    assertThat(String.join(" ", cited(Path.of("A.java"), text))).isEqualTo(sections);
  }

  @Test
  void a_citation_goes_on_in_the_next_line_of_a_comment() {
    assertThat(cited(Path.of("A.java"), "/// Not served (contract\n  /// 9.2 to\n  /// 9.4)."))
        .containsExactly("9.2", "9.4");
  }

  private static List<String> cited(Path file, String text) {
    var flat = NEW_LINE.matcher(text).replaceAll(" ");
    var outside =
        CITED
            .matcher(flat)
            .results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
            .flatMap(list -> numbers(list).stream());
    var inside =
        file.equals(CONTRACT)
            ? CITED_INSIDE.matcher(flat).results().map(found -> found.group(1))
            : Stream.<String>empty();
    return Stream.concat(outside, inside).toList();
  }

  private static List<String> numbers(String list) {
    return NUMBER.matcher(list).results().map(MatchResult::group).toList();
  }

  private static Set<String> sections(@Nullable String contract) {
    return HEADING
        .matcher(Objects.requireNonNull(contract, "no " + CONTRACT))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toUnmodifiableSet());
  }
}
