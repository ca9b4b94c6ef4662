package poca.ai.interview;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.content.ContentErrors;
import poca.ai.content.Line;
import poca.ai.reading.ConceptFiles;
import poca.ai.reading.DetailKind;

/// A line that says what to ask: `duration` (a question of `questions.txt`), `any of fever, rash`
/// (signs, each asked by itself), `whether asthma: {do} have asthma?` or `about sputum: is {it} dry
/// or with phlegm?`; in brackets behind it for whom and when: `[under 5]`, `[from 5]`, `[from 10]`,
/// `[from 12]`, `[from 65]`, `[may be pregnant]`, `[age unknown]`, `[with diabetes, pregnant]`,
/// `[decides]`, `[if time allows]`.
final class TopicLine {

  private static final Pattern FOR = Pattern.compile("(.*?) \\[([^\\]]*)\\]");
  private static final Pattern SENTENCE = Pattern.compile("(about|whether) ([a-z0-9-]+): (.*\\?)");
  private static final String ANY = "any of ";
  private static final String OPTIONAL = "if time allows";
  private static final String DECIDES = "decides";
  private static final String WITH = "with ";

  private TopicLine() {}

  static @Nullable QuestionTopic of(
      Line line, Map<String, QuestionTopic> shared, ContentErrors contentErrors) {
    var whom = FOR.matcher(line.text());
    if (whom.matches()) {
      var topic = of(line.with(whom.group(1)), shared, contentErrors);
      if (topic == null) return null;
      return on(whom.group(2), topic, line, contentErrors);
    }
    if (line.text().startsWith(ANY)) {
      var findings = ConceptFiles.named(line, line.text().substring(ANY.length()), contentErrors);
      return new QuestionTopic.AnyOf(new LinkedHashSet<>(findings), QuestionTopic.Terms.NONE);
    }
    var sentence = SENTENCE.matcher(line.text());
    if (sentence.matches()) return sentence(line, sentence, contentErrors);
    var topic = shared.get(line.text());
    if (topic == null)
      contentErrors.add(
          line, "neither a question of questions.txt nor one of its own: " + line.text());
    return topic;
  }

  private static @Nullable QuestionTopic on(
      String terms, QuestionTopic topic, Line line, ContentErrors contentErrors) {
    if (terms.equals(OPTIONAL)) return topic.on(topic.terms().ifTimeAllows());
    if (terms.equals(DECIDES)) return topic.on(topic.terms().deciding());
    if (terms.startsWith(WITH)) {
      var findings = ConceptFiles.named(line, terms.substring(WITH.length()), contentErrors);
      return topic.on(topic.terms().with(new LinkedHashSet<>(findings)));
    }
    for (var when : QuestionTopic.When.values())
      if (words(when).equals(terms)) return topic.only(when);
    contentErrors.add(line, "nobody is `" + terms + "`");
    return null;
  }

  private static @Nullable QuestionTopic sentence(
      Line line, java.util.regex.Matcher sentence, ContentErrors contentErrors) {
    var template = sentence.group(3);
    if (sentence.group(1).equals("whether")) {
      var findings = ConceptFiles.named(line, sentence.group(2), contentErrors);
      return findings.isEmpty() ? null : QuestionTopic.whether(findings.getFirst(), template);
    }
    var ask =
        Arrays.stream(DetailKind.values())
            .filter(a -> words(a).equals(sentence.group(2)))
            .findFirst();
    if (ask.isEmpty())
      contentErrors.add(line, "nothing is asked about `" + sentence.group(2) + "`");
    return ask.map(a -> QuestionTopic.about(a, template)).orElse(null);
  }

  private static String words(QuestionTopic.When when) {
    return when.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String words(DetailKind detailKind) {
    return detailKind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
