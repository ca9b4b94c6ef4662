package poca.ai.likeness;

import java.util.Arrays;

/// Tells how much a vector lies among those of emergencies: the margin by which its five nearest
/// emergencies are nearer than its five nearest others, and what a kernel ridge regression over all
/// exemplars makes of it, each in units of its own spread.
///
/// @param isRed of each exemplar, whether it is an emergency
/// @param mean of all exemplars, which is taken off every vector: what all messages have in common
///   says nothing
/// @param vectors of the exemplars, without the mean and of length one
/// @param weights of the regression
/// @param marginSpread by which the margin is divided
/// @param ridgeSpread by which the regression is divided
/// @param raise a score above it is an emergency
/// @param ask a score above it may be one
record EmergencyClassifier(
    boolean[] isRed,
    float[] mean,
    float[][] vectors,
    double[] weights,
    double marginSpread,
    double ridgeSpread,
    double raise,
    double ask) {

  static final int NEAREST = 5;

  /// @param vector as the model gives it
  double score(float[] vector) {
    var centred = centred(vector, mean);
    var likeness = new float[vectors.length];
    double ridge = 0;
    for (int at = 0; at < vectors.length; at++) {
      likeness[at] = dot(centred, vectors[at]);
      ridge += weights[at] * kernel(likeness[at]);
    }
    return margin(likeness, isRed) / marginSpread + ridge / ridgeSpread;
  }

  static double margin(float[] likeness, boolean[] isRed) {
    double margin = 0;
    for (int at : nearest(likeness, isRed, true)) margin += likeness[at];
    for (int at : nearest(likeness, isRed, false)) margin -= likeness[at];
    return margin / NEAREST;
  }

  /// The nearest emergencies, or the nearest others.
  private static int[] nearest(float[] likeness, boolean[] isRed, boolean red) {
    var best = new int[NEAREST];
    int found = 0;
    for (int at = 0; at < likeness.length; at++) {
      if (isRed[at] != red) continue;
      int place = found;
      while (place > 0 && likeness[at] > likeness[best[place - 1]]) place--;
      if (place == NEAREST) continue;
      found = Math.min(found + 1, NEAREST);
      for (int to = found - 1; to > place; to--) best[to] = best[to - 1];
      best[place] = at;
    }
    return Arrays.copyOf(best, found);
  }

  /// Gauss' kernel between two vectors of length one.
  static double kernel(float likeness) {
    return Math.exp(likeness - 1);
  }

  static float[] centred(float[] vector, float[] mean) {
    var centred = new float[vector.length];
    double square = 0;
    for (int at = 0; at < vector.length; at++) {
      centred[at] = vector[at] - mean[at];
      square += centred[at] * centred[at];
    }
    var length = (float) Math.sqrt(square);
    for (int at = 0; at < centred.length; at++) centred[at] /= length;
    return centred;
  }

  static float dot(float[] one, float[] other) {
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int at = 0;
    for (; at + 3 < one.length; at += 4) {
      first += one[at] * other[at];
      second += one[at + 1] * other[at + 1];
      third += one[at + 2] * other[at + 2];
      fourth += one[at + 3] * other[at + 3];
    }
    for (; at < one.length; at++) first += one[at] * other[at];
    return first + second + third + fourth;
  }
}
