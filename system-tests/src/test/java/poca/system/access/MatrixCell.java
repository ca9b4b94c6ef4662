package poca.system.access;

/// What one sign of the matrix says: the one answer that is right.
enum MatrixCell {
  GRANTED('+', 0, ""),
  REDUCED('~', 0, ""),
  NOT_PERMITTED('-', 403, "AUTH_004"),
  UNKNOWN('?', 404, "RES_001"),
  INVALID('!', 422, "VAL_001"),
  BREAKS_A_RULE('b', 400, "BIZ_001"),
  NOT_AUTHENTICATED('a', 401, "AUTH_003");

  private final char letter;
  private final int status;
  private final String code;

  MatrixCell(char letter, int status, String code) {
    this.letter = letter;
    this.status = status;
    this.code = code;
  }

  static MatrixCell of(char letter) {
    for (var matrixCell : values()) {
      if (matrixCell.letter == letter) {
        return matrixCell;
      }
    }
    throw new IllegalArgumentException("no sign of the matrix: " + letter);
  }

  boolean isGranted() {
    return status == 0;
  }

  String expected(Operation operation) {
    return switch (this) {
      case GRANTED -> Integer.toString(operation.success());
      case REDUCED -> operation.success() + " reduced";
      case NOT_PERMITTED, UNKNOWN, INVALID, BREAKS_A_RULE, NOT_AUTHENTICATED ->
          // the answer to a HEAD has no body
          operation.method().equals("HEAD") ? Integer.toString(status) : status + " " + code;
    };
  }
}
