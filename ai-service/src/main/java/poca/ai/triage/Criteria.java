package poca.ai.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.content.Line;
import poca.ai.content.Problems;
import poca.ai.reading.ConceptFiles;
import poca.ai.reading.Finding;

/// The language of the criteria of a rule, one to a line: `any of chest-pain, chest-pressure`, `age
/// from 16 years`, `fever from 38 or known cancer-treatment`, `not for longer than 24 hours:
/// testicle-pain`. `and` binds closer than `or`, `not` closest. CONTRIBUTING has the whole of it.
final class Criteria {

  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final String TIME = NUMBER + " (minutes?|hours?|days?|weeks?)";
  private static final String AGE = NUMBER + " (days?|weeks?|months?|years?)";

  private interface Form {
    Sign of(MatchResult said, List<Finding> findings);
  }

  /// What a criterion can say; the last group of those that end in a colon, `of` or `known` is a
  /// list of concepts.
  private static final Map<Pattern, Form> LISTING =
      Map.of(
          Pattern.compile("()any of (.*)"),
          (_, findings) -> new Sign.Some(1, findings),
          Pattern.compile("at least (\\d) of (.*)"),
          (said, findings) -> new Sign.Some(Integer.parseInt(said.group(1)), findings),
          Pattern.compile("()known (.*)"),
          (_, findings) -> new Sign.Known(findings),
          Pattern.compile("for longer than " + TIME + ": (.*)"),
          (said, findings) ->
              new Sign.Lasting(number(said), Unit.of(said.group(2)), false, findings),
          Pattern.compile("for at least " + TIME + ": (.*)"),
          (said, findings) ->
              new Sign.Lasting(number(said), Unit.of(said.group(2)), true, findings));

  private static final Map<Pattern, Form> PLAIN =
      Map.of(
          Pattern.compile("fever from 38"),
          (_, _) -> new Sign.Fever(),
          Pattern.compile("temperature from " + NUMBER),
          (said, _) -> new Sign.Hot(number(said)),
          Pattern.compile("temperature below " + NUMBER),
          (said, _) -> new Sign.Cold(number(said)),
          Pattern.compile("pain from " + NUMBER),
          (said, _) -> new Sign.Pain(number(said)),
          Pattern.compile("age under " + AGE),
          (said, _) -> new Sign.Younger(number(said), Unit.of(said.group(2))),
          Pattern.compile("age from " + AGE),
          (said, _) -> new Sign.OlderOrUnknown(number(said), Unit.of(said.group(2))),
          Pattern.compile("baby of unknown age"),
          (_, _) -> new Sign.BabyOfUnknownAge());

  private Criteria() {}

  /// The sign that a line asks for; null, and a problem, when it says none.
  static @Nullable Sign of(Line line, Problems problems) {
    return either(line, line.text(), problems);
  }

  private static @Nullable Sign either(Line line, String text, Problems problems) {
    var parts = text.split(" or ", -1);
    if (parts.length == 1) return both(line, text, problems);
    var signs = new ArrayList<Sign>();
    for (var part : parts) {
      var sign = both(line, part, problems);
      if (sign != null) signs.add(sign);
    }
    return new Sign.Either(List.copyOf(signs));
  }

  private static @Nullable Sign both(Line line, String text, Problems problems) {
    var parts = text.split(" and ", -1);
    if (parts.length == 1) return one(line, text.strip(), problems);
    var signs = new ArrayList<Sign>();
    for (var part : parts) {
      var sign = one(line, part.strip(), problems);
      if (sign != null) signs.add(sign);
    }
    return new Sign.Both(List.copyOf(signs));
  }

  private static @Nullable Sign one(Line line, String text, Problems problems) {
    if (text.startsWith("not ")) {
      var sign = one(line, text.substring("not ".length()), problems);
      return sign == null ? null : new Sign.Not(sign);
    }
    for (var form : LISTING.entrySet()) {
      var said = form.getKey().matcher(text);
      if (!said.matches()) continue;
      var findings = ConceptFiles.named(line, said.group(said.groupCount()), problems);
      return findings.isEmpty() ? null : form.getValue().of(said, findings);
    }
    for (var form : PLAIN.entrySet()) {
      var said = form.getKey().matcher(text);
      if (said.matches()) return form.getValue().of(said, List.of());
    }
    if (text.equals(Finding.FEVER.id())) {
      problems.add(
          line,
          "say `fever from 38` (what was measured, else the word) or `any of fever` (the word)");
      return null;
    }
    var finding = Finding.named(text);
    if (finding != null) return new Sign.Some(1, List.of(finding));
    problems.add(line, "neither a criterion nor a concept: `" + text + "`");
    return null;
  }

  private static double number(MatchResult said) {
    return Double.parseDouble(said.group(1));
  }
}
