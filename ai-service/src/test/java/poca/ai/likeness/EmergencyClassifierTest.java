package poca.ai.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EmergencyClassifierTest {

  private static final Random RANDOM = new Random(7);

  /// Emergencies to one side, others to the other, each with noise of its own.
  private static float[] vector(boolean red) {
    var vector = new float[8];
    for (int at = 0; at < vector.length; at++) vector[at] = (float) RANDOM.nextGaussian();
    vector[0] += red ? 3 : -3;
    return vector;
  }

  private static Training training() {
    var exemplars = new ArrayList<Exemplar>();
    var vectors = new ArrayList<float[]>();
    for (var family : List.of("stroke", "burns", "sepsis")) {
      for (int at = 0; at < 20; at++) {
        var kind = at % 2 == 0 ? Exemplar.Kind.RED : Exemplar.Kind.SOON;
        exemplars.add(new Exemplar(family + at, family, kind, family));
        vectors.add(vector(kind == Exemplar.Kind.RED));
      }
    }
    return new Training(exemplars, vectors);
  }

  @Test
  void what_lies_among_emergencies_scores_above_what_lies_among_others() {
    var emergencyClassifier = training().net();
    assertThat(emergencyClassifier.raise()).isGreaterThanOrEqualTo(emergencyClassifier.ask());
    for (int at = 0; at < 50; at++)
      assertThat(emergencyClassifier.score(vector(true)))
          .isGreaterThan(emergencyClassifier.score(vector(false)));
  }

  @Test
  void leaving_a_family_out_gives_what_a_net_without_it_would_say() {
    var exemplars = new ArrayList<Exemplar>();
    var vectors = new ArrayList<float[]>();
    for (int at = 0; at < 24; at++) {
      var family = at < 12 ? "stroke" : "burns";
      var kind = at % 2 == 0 ? Exemplar.Kind.RED : Exemplar.Kind.SOON;
      exemplars.add(new Exemplar("" + at, family, kind, family));
      // Both halves have the same mean, so that centring is the same with and without one.
      vectors.add(at < 12 ? vector(at % 2 == 0) : vectors.get(at - 12).clone());
    }
    var whole = new Training(exemplars, vectors);
    var half = new Training(exemplars.subList(12, 24), vectors.subList(12, 24)).net();
    var wholeNet = whole.net();
    var other =
        new EmergencyClassifier(
            half.isRed(),
            half.mean(),
            half.vectors(),
            half.weights(),
            wholeNet.marginSpread(),
            wholeNet.ridgeSpread(),
            0,
            0);
    for (int at = 0; at < 12; at++)
      assertThat(whole.scores()[at]).isCloseTo(other.score(vectors.get(at)), within(1e-3));
  }

  @Test
  void an_inverse_is_one() {
    int size = 37;
    var rows = new double[size][size];
    for (int i = 0; i < size; i++)
      for (int j = 0; j <= i; j++) rows[i][j] = rows[j][i] = Math.exp(-Math.abs(i - j) / 5.0);
    var copy = new double[size][];
    for (int i = 0; i < size; i++) copy[i] = rows[i].clone();
    var inverse = new SymmetricMatrix(copy).inverse();
    for (int i = 0; i < size; i++)
      for (int j = 0; j < size; j++)
        assertThat(SymmetricMatrix.dot(rows[i], inverse[j], 0, size))
            .isCloseTo(i == j ? 1 : 0, within(1e-9));
  }

  @Test
  void a_kept_net_is_the_same_and_is_not_taken_for_that_of_other_exemplars() throws IOException {
    var emergencyClassifier = training().net();
    var file = new ByteArrayOutputStream();
    ClassifierFile.write(emergencyClassifier, "sum", file);
    var kept =
        ClassifierFile.read(new ByteArrayInputStream(file.toByteArray()), "sum").orElseThrow();
    var vector = vector(true);
    assertThat(kept.score(vector)).isEqualTo(emergencyClassifier.score(vector));
    assertThat(kept.raise()).isEqualTo(emergencyClassifier.raise());
    assertThat(ClassifierFile.read(new ByteArrayInputStream(file.toByteArray()), "other"))
        .isEmpty();
  }
}
