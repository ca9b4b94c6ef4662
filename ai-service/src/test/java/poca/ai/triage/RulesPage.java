package poca.ai.triage;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poca.ai.reading.Finding;
import poca.ai.reading.Measurement;

/// The tables of rules of `docs/clinical-rules.md`.
final class RulesPage {

  private static final String BEGIN = "<!-- Made from clinical/rules/ by ClinicalRulesTest: -->";
  private static final String END = "<!-- Until here. -->";

  private static final String OF_NOW =
      """
      A red rule does not fire on what has lasted for two months or more and is neither new, sudden, worse nor back again; nor on
      what is over and was found harmless by a clinician; nor on what is told of years ago by somebody who is well now. The
      rules that say so below fire however long it has lasted.

      """;

  private RulesPage() {}

  /// The page with its tables as the rules are now.
  static String of(String page) {
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    return page.substring(0, begin) + "\n\n" + tables() + "\n" + page.substring(page.indexOf(END));
  }

  private static String tables() {
    return table(UrgencyLevel.RED, "Red")
        + table(UrgencyLevel.YELLOW, "Yellow")
        + """
        ## Green

        | rule_id | meaning | criteria | source |
        |---|---|---|---|
        | `%s` | no warning sign recognised | no rule above fires | none |
        """
            .formatted(Triage.GREEN_RULE);
  }

  private static String table(UrgencyLevel level, String title) {
    var text = new StringBuilder("## " + title + "\n\n");
    if (level == UrgencyLevel.RED) text.append(OF_NOW);
    text.append("| rule_id | meaning | all of these hold | source |\n|---|---|---|---|\n");
    for (var rule : Triage.RULES) {
      if (rule.level() != level) continue;
      var signs =
          Stream.concat(
                  rule.signs().stream().map(RulesPage::words),
                  rule.howeverLong() ? Stream.of("however long ago or since when") : Stream.of())
              .toList();
      text.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(rule.id(), rule.reason(), String.join("; ", signs), rule.source()));
    }
    return text.append('\n').toString();
  }

  static String words(Criterion criterion) {
    return switch (criterion) {
      case Criterion.AtLeast s ->
          s.count() == 1 ? anyOf(s.findings()) : s.count() + " of: " + labels(s.findings());
      case Criterion.OnRecordOrSaid s -> "said or on record: " + anyOf(s.conditions());
      case Criterion.TemperatureFrom s -> "temperature of " + degrees(s.celsius()) + " or more";
      case Criterion.TemperatureBelow s -> "temperature below " + degrees(s.celsius());
      case Criterion.Fever _ -> "fever (38 °C or more where measured, else the word)";
      case Criterion.Lasting s ->
          anyOf(s.findings())
              + (s.orMore()
                  ? " for " + s.unit().words(s.number()) + " or more"
                  : " for more than " + s.unit().words(s.number()));
      case Criterion.Measured s ->
          kind(s.kind())
              + (s.comparison() == Criterion.Comparison.AT_LEAST
                  ? " of " + amount(s.kind(), s.threshold()) + " or more"
                  : " below " + amount(s.kind(), s.threshold()));
      case Criterion.PerKilogram s ->
          kind(s.kind()) + " of " + amount(s.kind(), s.least()) + " or more for each kg of weight";
      case Criterion.Takes s -> "said or on record: " + s.of().replace('-', ' ');
      case Criterion.Score s -> "pain scored " + number(s.least()) + " of 10 or more";
      case Criterion.Pain s ->
          "pain scored " + number(s.least()) + " of 10 or more, or called severe";
      case Criterion.Younger s -> "younger than " + s.unit().words(s.number());
      case Criterion.OlderOrUnknown s ->
          s.unit().words(s.number()) + " or older, or of unknown age and no baby";
      case Criterion.BabyOfUnknownAge _ -> "a baby whose age is not known";
      case Criterion.Not s -> "not: " + words(s.sign());
      case Criterion.AnyOf s ->
          "either " + s.signs().stream().map(RulesPage::words).collect(Collectors.joining(", or "));
      case Criterion.AllOf s ->
          s.signs().stream().map(RulesPage::words).collect(Collectors.joining(" with "));
    };
  }

  private static String kind(Measurement.Kind kind) {
    return switch (kind) {
      case SYSTOLIC -> "systolic blood pressure";
      case DIASTOLIC -> "diastolic blood pressure";
      default -> kind.label();
    };
  }

  private static String amount(Measurement.Kind kind, double value) {
    return (number(value) + " " + kind.unit().sign()).strip();
  }

  private static String anyOf(List<Finding> findings) {
    return findings.size() == 1 ? labels(findings) : "any of: " + labels(findings);
  }

  private static String labels(List<Finding> findings) {
    return findings.stream().map(Finding::label).collect(Collectors.joining(", "));
  }

  private static String degrees(double celsius) {
    return number(celsius) + " °C";
  }

  private static String number(double number) {
    return number == Math.rint(number) ? "" + (long) number : "" + number;
  }
}
