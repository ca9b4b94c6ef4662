package poca.ai.triage;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import poca.ai.content.ContentErrors;
import poca.ai.content.Line;
import poca.ai.reading.ClassMentions;
import poca.ai.reading.ConceptFiles;
import poca.ai.reading.Finding;
import poca.ai.reading.Measurement;

/// The language of the criteria of a rule, one to a line: `any of chest-pain, chest-pressure`, `age
/// from 16 years`, `fever from 38 or known cancer-treatment`, `not for longer than 24 hours:
/// testicle-pain`. `and` binds closer than `or`, `not` closest. CONTRIBUTING has the whole of it.
final class Criteria {

  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final String TIME = NUMBER + " (minutes?|hours?|days?|weeks?)";
  private static final String AGE = NUMBER + " (days?|weeks?|months?|years?)";

  private static final String KIND =
      Arrays.stream(Measurement.Kind.values())
          .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .collect(Collectors.joining("|", "(", ")"));
  private static final String CLASS =
      ClassMentions.names().stream().sorted().collect(Collectors.joining("|", "(", ")"));

  private static Measurement.Kind kind(MatchResult said) {
    return Measurement.Kind.valueOf(said.group(1).toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private interface Form {
    Criterion of(MatchResult said, List<Finding> findings);
  }

  /// What a criterion can say; the last group of those that end in a colon, `of` or `known` is a
  /// list of concepts.
  private static final Map<Pattern, Form> LISTING =
      Map.of(
          Pattern.compile("()any of (.*)"),
          (_, findings) -> new Criterion.AtLeast(1, findings),
          Pattern.compile("at least (\\d) of (.*)"),
          (said, findings) -> new Criterion.AtLeast(Integer.parseInt(said.group(1)), findings),
          Pattern.compile("()known (.*)"),
          (_, findings) -> new Criterion.OnRecordOrSaid(findings),
          Pattern.compile("for longer than " + TIME + ": (.*)"),
          (said, findings) ->
              new Criterion.Lasting(number(said), Unit.of(said.group(2)), false, findings),
          Pattern.compile("for at least " + TIME + ": (.*)"),
          (said, findings) ->
              new Criterion.Lasting(number(said), Unit.of(said.group(2)), true, findings));

  private static final Map<Pattern, Form> PLAIN =
      Map.ofEntries(
          entry(Pattern.compile("fever from 38"), (_, _) -> new Criterion.Fever()),
          entry(
              Pattern.compile("temperature from " + NUMBER),
              (said, _) -> new Criterion.TemperatureFrom(number(said))),
          entry(
              Pattern.compile("temperature below " + NUMBER),
              (said, _) -> new Criterion.TemperatureBelow(number(said))),
          entry(
              Pattern.compile("pain from " + NUMBER),
              (said, _) -> new Criterion.Pain(number(said))),
          entry(
              Pattern.compile("age under " + AGE),
              (said, _) -> new Criterion.Younger(number(said), Unit.of(said.group(2)))),
          entry(
              Pattern.compile("age from " + AGE),
              (said, _) -> new Criterion.OlderOrUnknown(number(said), Unit.of(said.group(2)))),
          entry(Pattern.compile("baby of unknown age"), (_, _) -> new Criterion.BabyOfUnknownAge()),
          entry(
              Pattern.compile(KIND + " from " + NUMBER),
              (said, _) ->
                  new Criterion.Measured(
                      kind(said),
                      Criterion.Comparison.AT_LEAST,
                      Double.parseDouble(said.group(2)))),
          entry(
              Pattern.compile(KIND + " below " + NUMBER),
              (said, _) ->
                  new Criterion.Measured(
                      kind(said), Criterion.Comparison.BELOW, Double.parseDouble(said.group(2)))),
          entry(
              Pattern.compile(KIND + " from " + NUMBER + " per kg"),
              (said, _) ->
                  new Criterion.PerKilogram(kind(said), Double.parseDouble(said.group(2)))),
          entry(
              Pattern.compile("takes " + CLASS), (said, _) -> new Criterion.Takes(said.group(1))));

  private Criteria() {}

  /// The sign that a line asks for; null, and a problem, when it says none.
  static @Nullable Criterion of(Line line, ContentErrors contentErrors) {
    return either(line, line.text(), contentErrors);
  }

  private static @Nullable Criterion either(Line line, String text, ContentErrors contentErrors) {
    var parts = text.split(" or ", -1);
    if (parts.length == 1) return both(line, text, contentErrors);
    var signs = new ArrayList<Criterion>();
    for (var part : parts) {
      var criterion = both(line, part, contentErrors);
      if (criterion != null) signs.add(criterion);
    }
    return new Criterion.AnyOf(List.copyOf(signs));
  }

  private static @Nullable Criterion both(Line line, String text, ContentErrors contentErrors) {
    var parts = text.split(" and ", -1);
    if (parts.length == 1) return one(line, text.strip(), contentErrors);
    var signs = new ArrayList<Criterion>();
    for (var part : parts) {
      var criterion = one(line, part.strip(), contentErrors);
      if (criterion != null) signs.add(criterion);
    }
    return new Criterion.AllOf(List.copyOf(signs));
  }

  private static @Nullable Criterion one(Line line, String text, ContentErrors contentErrors) {
    if (text.startsWith("not ")) {
      var criterion = one(line, text.substring("not ".length()), contentErrors);
      return criterion == null ? null : new Criterion.Not(criterion);
    }
    for (var form : LISTING.entrySet()) {
      var said = form.getKey().matcher(text);
      if (!said.matches()) continue;
      var findings = ConceptFiles.named(line, said.group(said.groupCount()), contentErrors);
      return findings.isEmpty() ? null : form.getValue().of(said, findings);
    }
    for (var form : PLAIN.entrySet()) {
      var said = form.getKey().matcher(text);
      if (said.matches()) return form.getValue().of(said, List.of());
    }
    if (text.equals(Finding.FEVER.id())) {
      contentErrors.add(
          line,
          "say `fever from 38` (what was measured, else the word) or `any of fever` (the word)");
      return null;
    }
    var finding = Finding.named(text);
    if (finding != null) return new Criterion.AtLeast(1, List.of(finding));
    contentErrors.add(line, "neither a criterion nor a concept: `" + text + "`");
    return null;
  }

  private static double number(MatchResult said) {
    return Double.parseDouble(said.group(1));
  }
}
