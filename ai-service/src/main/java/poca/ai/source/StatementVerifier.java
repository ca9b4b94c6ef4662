package poca.ai.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Reading;

/// Judges whether something that is said of a patient is what the sources say: each quotation
/// stands there, and of everything else each finding in its sense, each number with its unit, each
/// side, each medicine with its amount, and each word that says something.
///
/// It is strict: what a reader would have to take on trust is unsupported. It knows no more of
/// meaning than the concepts do, so that a free paraphrase may be unsupported though it is true.
final class StatementVerifier {

  private static final int MOST_CITED = 8;

  /// How the rules tell an answer with what it was one to.
  private static final Pattern ANSWER =
      Pattern.compile(
          "(?i)\\basked (?:for (?<what>[^\"“”]{1,300}?)|\"(?<question>[^\"]{1,600})\"),? answered (?:\"(?<words>[^\"]{1,4000})\")"
              + "|\\banswered \"(?<yes>[^\"]{1,40})\", without saying which, to:? (?<list>[^\"“”;]{1,300})");

  private final Basis basis;

  private final boolean isOurs;

  StatementVerifier(Basis basis) {
    this(basis, false);
  }

  /// @param isOurs whether the rules wrote it, who may put together what they read in several
  ///   places
  StatementVerifier(Basis basis, boolean isOurs) {
    this.basis = basis;
    this.isOurs = isOurs;
  }

  /// @param told what the text says without its label and without words of ours
  /// @param denied whether its label says that it is not there
  /// @param offered quotations that are said to carry it; empty to look for what does
  Statement judge(String text, String told, boolean denied, List<String> offered) {
    var cited = new ArrayList<Cited>();
    var answer = ANSWER.matcher(told);
    while (answer.find()) {
      var found = answered(answer);
      if (found == null) return Statement.unsupported(text);
      cited.add(found);
    }
    var rest = ANSWER.matcher(told).replaceAll(" ");
    for (var quote : Quotation.in(rest)) {
      var found = Quotation.find(quote, basis.sources());
      if (found.isEmpty()) return Statement.unsupported(text);
      cited.add(found.get());
    }
    var carrying = new ArrayList<Passage>();
    for (var quote : offered) {
      var found = Quotation.find(quote, basis.sources());
      if (found.isEmpty()) return Statement.unsupported(text);
      cited.add(found.get());
      carrying.addAll(around(found.get()));
    }
    var passages = carrying.isEmpty() ? basis.passages() : carrying;
    boolean fromProfile = false;
    for (var clause : Facts.clauses(Quotation.without(rest))) {
      var found = new Search(denied ? clause.denied() : clause, passages, isOurs).found();
      if (found == null) return Statement.unsupported(text);
      for (var passage : found) {
        var source = passage.source();
        if (source == null) fromProfile = true;
        else if (cited.stream().noneMatch(c -> holds(c, passage)))
          cited.add(trimmed(source, passage.start(), passage.end()));
      }
    }
    return new Statement(
        text,
        fromProfile || !cited.isEmpty(),
        fromProfile,
        cited.stream().distinct().limit(MOST_CITED).toList());
  }

  /// The answer to what was asked, not the same word somewhere else.
  private @Nullable Cited answered(Matcher answer) {
    var yes = answer.group("yes");
    var words = yes == null ? answer.group("words") : yes;
    var what = yes == null ? answer.group("what") : answer.group("list");
    for (var source : basis.sources()) {
      var reading = basis.reading(source);
      var question = answer.group("question");
      boolean was =
          question != null
              ? basis.question(source).contains(question)
              : reading != null && wasAsked(reading, String.valueOf(what));
      var found = was ? Quotation.find(words, List.of(source)) : Optional.<Cited>empty();
      if (found.isPresent()) return found.get();
    }
    return null;
  }

  private static boolean wasAsked(Reading reading, String what) {
    var labels = new HashSet<String>();
    reading.asked().findings().forEach(f -> labels.add(f.label()));
    reading.asked().asks().forEach(a -> labels.add(a.label()));
    return labels.stream().anyMatch(what::contains);
  }

  private List<Passage> around(Cited quote) {
    return basis.passages().stream()
        .filter(p -> quote.source().equals(p.source()))
        .filter(p -> p.start() < quote.end() && p.end() > quote.start())
        .toList();
  }

  private static boolean holds(Cited cited, Passage passage) {
    var whole = trimmed(cited.source(), passage.start(), passage.end());
    return cited.source().equals(passage.source())
        && cited.start() <= whole.start()
        && cited.end() >= whole.end();
  }

  private static Cited trimmed(Source source, int start, int end) {
    var text = source.text();
    int to = Math.min(end, text.length());
    int from = Math.min(start, to);
    while (from < to && Character.isWhitespace(text.charAt(from))) from++;
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) to--;
    return new Cited(source, from, to);
  }
}
