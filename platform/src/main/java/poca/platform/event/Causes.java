package poca.platform.event;

/// Says what went wrong by class and place. Messages stay out: a database's may quote a row.
final class Causes {

  private static final int DEEPEST = 8;

  private Causes() {}

  static String of(Throwable thrown) {
    var said = new StringBuilder();
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      said.append(depth == 0 ? "" : " <- ").append(cause.getClass().getName());
    }
    for (var frame : thrown.getStackTrace()) {
      if (frame.getClassName().startsWith("poca.")) {
        return said.append(" at ").append(frame).toString();
      }
    }
    return said.toString();
  }
}
