package poca.ai.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.GaugeNames.Name;

/// Finds every measurement of a message.
final class Measurements {

  private static final Set<String> BETTER_MEASURED = Set.of("proper", "properly", "correctly");

  private static final int NEAR = 4;

  private Measurements() {}

  /// @param senses how the words of a place are meant, as far as it does not hang on the number
  /// @param asked what the assistant asked last: then a bare number is that
  static List<Measurement> in(
      TokenisedText text,
      QuestionReading asked,
      Function<Phrases.Hit<Finding>, AssertionStatus> senses) {
    var figures = Quantity.in(text);
    var framing = new Framing(text.words(), senses);
    var found = new ArrayList<Measurement>();
    found.addAll(Amounts.in(text, figures, framing));
    found.addAll(PregnancyTimes.in(text, figures, framing));
    found.addAll(Doses.in(text, figures, framing));
    var names = new GaugeNames(text.words());
    found.addAll(Gauges.in(text, figures, names, asked(asked), framing));
    found.addAll(MeterMarks.in(text, names, framing));
    found.sort(Comparator.comparingInt(m -> m.span().start()));
    return List.copyOf(withoutCorrected(text, found));
  }

  private static @Nullable Name asked(QuestionReading asked) {
    if (asked.isFor(DetailKind.GLUCOSE)) return Name.GLUCOSE;
    if (asked.isFor(DetailKind.BLOOD_PRESSURE)) return Name.PRESSURE;
    return asked.isFor(DetailKind.OXYGEN) ? Name.OXYGEN : null;
  }

  /// "My watch said 88, but I did it again with a proper one and it's 98": the later one holds.
  private static List<Measurement> withoutCorrected(TokenisedText text, List<Measurement> found) {
    var but = new TreeSet<Integer>();
    var better = new TreeSet<Integer>();
    for (var word : text.words()) {
      if (word.text().equals("but")) but.add(word.start());
      if (BETTER_MEASURED.contains(word.text())) better.add(word.start());
    }
    var kept = new ArrayList<Measurement>(found);
    if (but.isEmpty() || better.isEmpty()) return kept;
    for (int i = 0; i < found.size(); i++) {
      var one = found.get(i);
      for (int j = i + 1; j < Math.min(found.size(), i + NEAR); j++) {
        var other = found.get(j);
        if (one.isNow()
            && other.isNow()
            && other.kind() == one.kind()
            && isBetween(but, one, other)
            && isBetween(better, one, other)) kept.set(i, one.in(AssertionStatus.PAST));
      }
    }
    return kept;
  }

  private static boolean isBetween(TreeSet<Integer> starts, Measurement one, Measurement other) {
    var next = starts.ceiling(one.span().end());
    return next != null && next < other.span().start();
  }
}
