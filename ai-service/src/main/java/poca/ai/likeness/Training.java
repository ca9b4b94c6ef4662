package poca.ai.likeness;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Makes the net of exemplars and their vectors, and sets its two thresholds so that they hold for
/// emergencies of a kind that it has never seen: every exemplar is judged by a net that knows
/// nothing of that exemplar's whole family.
final class Training {

  /// Changes with the way in which a net is made.
  static final String VERSION = "3";

  /// The smoothing of the regression.
  private static final double RIDGE = 0.03;

  /// How many of the exemplars that are no emergency may lie above a threshold. Set for few false
  /// alarms; most of these exemplars were written to look like an emergency, so that of other
  /// people's messages fewer do.
  private static final double RAISED_NEEDLESSLY = 0.02;

  private static final double ASKED_NEEDLESSLY = 0.12;

  private final List<Exemplar> exemplars;
  private final int size;
  private final float[] mean;
  private final float[][] vectors;
  private final float[][] likeness;
  private final boolean[] isRed;
  private final double[] truth;
  private final double[] weights;
  private final double[] margins;
  private final double[] ridges;

  /// @param encoded the vector of each exemplar, as the model gives it
  Training(List<Exemplar> exemplars, List<float[]> encoded) {
    this.exemplars = exemplars;
    this.size = exemplars.size();
    this.mean = mean(encoded);
    this.vectors =
        encoded.stream().map(v -> EmergencyClassifier.centred(v, mean)).toArray(float[][]::new);
    this.likeness =
        IntStream.range(0, size).parallel().mapToObj(this::likenessOf).toArray(float[][]::new);
    this.isRed = new boolean[size];
    for (int at = 0; at < size; at++) isRed[at] = exemplars.get(at).isRed();
    this.truth = exemplars.stream().mapToDouble(e -> e.isRed() ? 1 : -1).toArray();
    var inverse = new SymmetricMatrix(kernel()).inverse();
    this.weights = new double[size];
    for (int at = 0; at < size; at++)
      weights[at] = SymmetricMatrix.dot(inverse[at], truth, 0, size);
    this.margins = new double[size];
    this.ridges = new double[size];
    for (var family : new TreeSet<>(exemplars.stream().map(Exemplar::family).toList()))
      judgeWithout(family, inverse);
  }

  private float[] likenessOf(int row) {
    var of = new float[size];
    for (int at = 0; at < size; at++) of[at] = EmergencyClassifier.dot(vectors[row], vectors[at]);
    return of;
  }

  private double[][] kernel() {
    var kernel = new double[size][size];
    for (int row = 0; row < size; row++) {
      for (int at = 0; at <= row; at++)
        kernel[row][at] = EmergencyClassifier.kernel(likeness[row][at]);
      kernel[row][row] += RIDGE;
    }
    return kernel;
  }

  private static float[] mean(List<float[]> encoded) {
    var mean = new float[encoded.getFirst().length];
    for (var vector : encoded)
      for (int at = 0; at < mean.length; at++) mean[at] += vector[at] / encoded.size();
    return mean;
  }

  /// What the others say of a family's exemplars. For the regression nothing has to be solved
  /// again: leaving out a block is in the inverse of the whole.
  private void judgeWithout(String family, double[][] inverse) {
    var block =
        IntStream.range(0, size).filter(at -> exemplars.get(at).family().equals(family)).toArray();
    var of = new double[block.length][block.length];
    for (int i = 0; i < block.length; i++)
      for (int j = 0; j < block.length; j++) of[i][j] = inverse[block[i]][block[j]];
    var solved = new SymmetricMatrix(of).inverse();
    for (int i = 0; i < block.length; i++) {
      double missing = 0;
      for (int j = 0; j < block.length; j++) missing += solved[i][j] * weights[block[j]];
      ridges[block[i]] = truth[block[i]] - missing;
      var others = likeness[block[i]].clone();
      for (int at : block) others[at] = -1;
      margins[block[i]] = EmergencyClassifier.margin(others, isRed);
    }
  }

  EmergencyClassifier net() {
    return new EmergencyClassifier(
        isRed,
        mean,
        vectors,
        weights,
        spread(margins),
        spread(ridges),
        threshold(RAISED_NEEDLESSLY),
        threshold(ASKED_NEEDLESSLY));
  }

  /// How each exemplar scores in a net that knows nothing of its family.
  double[] scores() {
    double margin = spread(margins);
    double ridge = spread(ridges);
    return IntStream.range(0, size)
        .mapToDouble(at -> margins[at] / margin + ridges[at] / ridge)
        .toArray();
  }

  private double threshold(double share) {
    var scores = scores();
    var others =
        IntStream.range(0, size)
            .filter(at -> !exemplars.get(at).isRed())
            .mapToDouble(at -> scores[at])
            .sorted()
            .toArray();
    return others[(int) Math.floor((others.length - 1) * (1 - share))];
  }

  private static double spread(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    return Math.sqrt(square);
  }
}
