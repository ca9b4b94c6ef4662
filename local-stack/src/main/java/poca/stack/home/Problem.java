package poca.stack.home;

/// Something the person at the keyboard can put right. The message is the one line that says how; a
/// stack trace would only hide it.
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Problem(String whatToDo) {
    super(whatToDo);
  }

  public Problem(String whatToDo, Throwable cause) {
    super(whatToDo, cause);
  }
}
