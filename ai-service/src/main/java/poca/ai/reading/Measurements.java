package poca.ai.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Finds every measurement of a message.
final class Measurements {

  private Measurements() {}

  /// @param senses how the words of a place are meant, as far as it does not hang on the number
  static List<Measurement> in(Text text, Function<Phrases.Hit<Finding>, Sense> senses) {
    var figures = Figure.in(text);
    var framing = new Framing(text.words(), senses);
    var found = new ArrayList<Measurement>();
    found.addAll(Amounts.in(text, figures, framing));
    found.addAll(PregnancyTimes.in(text, figures, framing));
    found.addAll(Doses.in(text, figures, framing));
    var names = new GaugeNames(text.words());
    found.addAll(Gauges.in(text, figures, names, framing));
    found.addAll(MeterMarks.in(text, names, framing));
    found.sort(Comparator.comparingInt(m -> m.span().start()));
    return List.copyOf(found);
  }
}
