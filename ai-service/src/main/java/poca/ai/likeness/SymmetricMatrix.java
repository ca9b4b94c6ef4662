package poca.ai.likeness;

import java.util.Arrays;

/// A symmetric positive definite matrix that can be inverted in place. Rows are worked on as a
/// whole, so that the processor's wide instructions are used.
final class SymmetricMatrix {

  private final double[][] rows;
  private final int size;

  /// @param rows used up; only the lower half is read
  SymmetricMatrix(double[][] rows) {
    this.rows = rows;
    this.size = rows.length;
  }

  /// @return the inverse, both halves of it
  /// @throws ArithmeticException if the matrix is not positive definite
  double[][] inverse() {
    factor();
    invertFactor();
    return square();
  }

  /// Cholesky: the lower half becomes L with L L' = this.
  private void factor() {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = rows[i][j] - dot(rows[i], rows[j], 0, j);
        if (i > j) {
          rows[i][j] = rest / rows[j][j];
        } else {
          if (!(rest > 0)) throw new ArithmeticException("not positive definite");
          rows[i][i] = Math.sqrt(rest);
        }
      }
    }
  }

  /// L becomes its inverse, row by row from those above.
  private void invertFactor() {
    var sum = new double[size];
    for (int i = 0; i < size; i++) {
      var row = rows[i];
      Arrays.fill(sum, 0, i, 0);
      for (int k = 0; k < i; k++) add(sum, rows[k], row[k], k + 1);
      double diagonal = row[i];
      for (int j = 0; j < i; j++) row[j] = -sum[j] / diagonal;
      row[i] = 1 / diagonal;
    }
  }

  /// (L^-1)' L^-1.
  private double[][] square() {
    var square = new double[size][size];
    for (int k = 0; k < size; k++) {
      var row = rows[k];
      for (int i = 0; i <= k; i++) add(square[i], row, row[i], i + 1);
    }
    for (int i = 0; i < size; i++) for (int j = 0; j < i; j++) square[j][i] = square[i][j];
    return square;
  }

  private static void add(double[] to, double[] row, double factor, int end) {
    for (int at = 0; at < end; at++) to[at] += factor * row[at];
  }

  static double dot(double[] one, double[] other, int from, int to) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int at = from;
    for (; at + 3 < to; at += 4) {
      first += one[at] * other[at];
      second += one[at + 1] * other[at + 1];
      third += one[at + 2] * other[at + 2];
      fourth += one[at + 3] * other[at + 3];
    }
    for (; at < to; at++) first += one[at] * other[at];
    return first + second + third + fourth;
  }
}
