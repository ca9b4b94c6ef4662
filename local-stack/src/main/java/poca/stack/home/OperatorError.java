package poca.stack.home;

/// Something the person at the keyboard can put right. The message is the one line that says how; a
/// stack trace would only hide it.
public final class OperatorError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OperatorError(String whatToDo) {
    super(whatToDo);
  }

  public OperatorError(String whatToDo, Throwable cause) {
    super(whatToDo, cause);
  }
}
