package poca.ai.session;

/// How far one listener has heard an answer, wherever it is made. Hearing the same twice, or
/// something older, does nothing.
final class ListenerPosition {

  private final Listener listener;
  private int attempt;
  private int at;

  /// @param at what has been heard before; of which attempt, nobody knows
  ListenerPosition(Listener listener, int at) {
    this.listener = listener;
    this.at = at;
  }

  /// Whoever heard something and comes back after the answer has begun again hears all of it: what
  /// was heard may be of an earlier attempt.
  synchronized void hear(AnswerProgress progress) {
    if (attempt == 0) {
      attempt = at == 0 ? progress.attempt() : 1;
    }
    if (progress.attempt() < attempt) {
      return;
    }
    var change = progress.change();
    if (progress.attempt() > attempt && change != null) {
      attempt = progress.attempt();
      at = 0;
      listener.changed(change);
    }
    var text = progress.text();
    if (isWithinPair(text)) {
      at--;
    }
    if (text.length() > at) {
      listener.says(progress.message(), text, at);
      at = text.length();
    }
  }

  private boolean isWithinPair(String text) {
    return at > 0
        && at < text.length()
        && Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1));
  }

  /// Whether it claims to have heard more than there is.
  synchronized boolean isBeyond(String text) {
    return at > text.length();
  }

  Listener listener() {
    return listener;
  }
}
