package poca.ai.likeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Looks a patient's words up in the net.
final class Resemblance implements Likeness {

  /// Who looks at several pieces finds one that looks like something more easily: so much is taken
  /// off for each doubling of their number. Measured on messages between two others that are
  /// harmless.
  private static final double A_SECOND_LOOK = 0.3;

  /// How many shorter wordings are tried, to find the fewest words.
  private static final int MOST_TRIES = 3;

  /// In characters; fewer say nothing by themselves.
  private static final int SHORTEST_CLAUSE = 12;

  private static final String JOINT = "\n";

  private final Encoder encoder;
  private final EmergencyClassifier emergencyClassifier;
  private final Themes themes;

  Resemblance(Encoder encoder, EmergencyClassifier emergencyClassifier) {
    this.encoder = encoder;
    this.emergencyClassifier = emergencyClassifier;
    this.themes = Themes.of(Exemplar.all(), emergencyClassifier);
  }

  /// @param value in units of the net's thresholds
  /// @param part of the text that is most like an emergency
  /// @param fee what was taken off for the number of looks
  record Look(double value, float[] vector, TextChunks.Part part, double fee) {}

  @Override
  public Optional<Alike> of(List<List<String>> tellings, Predicate<EmergencyFamily> fits) {
    var best = -1;
    Look most = null;
    for (int at = 0; at < tellings.size(); at++) {
      var look = look(String.join(JOINT, tellings.get(at)));
      if (most != null && look.value() <= most.value()) continue;
      most = look;
      best = at;
    }
    if (most == null || most.value() <= emergencyClassifier.ask()) return Optional.empty();
    var isCertain = most.value() > emergencyClassifier.raise();
    var telling = tellings.get(best);
    var threshold =
        (isCertain ? emergencyClassifier.raise() : emergencyClassifier.ask()) + most.fee();
    var text = String.join(JOINT, telling);
    var family = themes.of(most.part().of(text), most.vector(), fits);
    var fewest = fewest(text, most.part(), family, threshold);
    return Optional.of(new Alike(family, isCertain, best, places(telling, fewest)));
  }

  Look look(String text) {
    var pieces = TextChunks.pieces(text);
    var fee = A_SECOND_LOOK * Math.log(pieces.size()) / Math.log(2);
    return pieces.stream()
        .map(piece -> {
          var vector = encoder.encode(piece.of(text));
          return new Look(emergencyClassifier.score(vector) - fee, vector, piece, fee);
        })
        .max(Comparator.comparingDouble(Look::value))
        .orElseThrow();
  }

  /// The clause, or two that follow each other, that is like enough by itself, else the whole part.
  /// Those with most of the family's rare words for their length are tried first, since each try
  /// costs as much as reading it did.
  private TextChunks.Part fewest(
      String text, TextChunks.Part part, EmergencyFamily family, double threshold) {
    var clauses = TextChunks.clauses(text, part);
    if (clauses.size() < 2) return part;
    var runs = new ArrayList<TextChunks.Part>(clauses);
    for (int at = 0; at + 1 < clauses.size() && clauses.size() > 2; at++)
      runs.add(clauses.get(at).to(clauses.get(at + 1)));
    runs.sort(
        Comparator.comparingDouble(
            run -> -themes.shared(run.of(text), family) / Math.sqrt(run.length())));
    return runs.stream()
        .filter(run -> run.length() >= SHORTEST_CLAUSE)
        .limit(MOST_TRIES)
        .filter(run -> value(run.of(text)) > threshold)
        .findFirst()
        .orElse(part);
  }

  float[] encoded(String text) {
    return encoder.encode(text);
  }

  private double value(String words) {
    return emergencyClassifier.score(encoder.encode(words));
  }

  /// Where a part of the joined messages stands in each of them.
  private static List<Place> places(List<String> telling, TextChunks.Part part) {
    var places = new ArrayList<Place>();
    int offset = 0;
    for (int at = 0; at < telling.size(); at++) {
      int length = telling.get(at).length();
      int start = Math.max(0, part.start() - offset);
      int end = Math.min(length, part.end() - offset);
      if (start < end) places.add(new Place(at, start, end));
      offset += length + JOINT.length();
    }
    return places;
  }
}
