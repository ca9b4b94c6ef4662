package poca.ai.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import poca.ai.engine.Audience;
import poca.ai.engine.EngineChange;
import poca.ai.triage.Urgency;
import poca.contracts.AiMessageId;

/// An answer from the message on to its end: how far it may be heard, who follows it, and whether
/// it is still wanted.
public final class AnswerInProgress implements Audience {

  private final ListenerPosition first;
  private final boolean isStreamed;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private final List<ListenerPosition> followers = new ArrayList<>();
  private @Nullable AnswerProgress progress;
  private @Nullable AnswerProgress kept;

  /// @param isStreamed whether the listener wants to hear the answer while it is made
  public AnswerInProgress(Listener listener, boolean isStreamed) {
    this(new ListenerPosition(listener, 0), isStreamed);
  }

  AnswerInProgress(ListenerPosition first, boolean isStreamed) {
    this.first = first;
    this.isStreamed = isStreamed;
    followers.add(first);
  }

  /// For whoever waits for the whole answer.
  static AnswerInProgress whole() {
    return new AnswerInProgress(Listener.NOBODY, false);
  }

  /// Nobody wants it any more. Reaches whoever makes the answer at once.
  public void stop() {
    stopped.complete(null);
  }

  /// @param attempt which one it is of this message
  /// @param change whose answer it takes up, null if there was none
  void begun(AiMessageId message, int attempt, @Nullable EngineChange change) {
    first.listener().begun();
    tell(new AnswerProgress(message, attempt, change, ""));
  }

  @Override
  public void rated(Urgency urgency) {
    first.listener().rated(urgency);
  }

  @Override
  public synchronized void hears(String soFar) {
    if (isStreamed && progress != null) {
      tell(progress.with(soFar));
    }
  }

  @Override
  public synchronized void startsAgain(EngineChange change) {
    if (isStreamed && progress != null) {
      tell(progress.again(change));
    }
  }

  /// What the answer is in the end. If anything else was heard of it, it begins again.
  ///
  /// @return as it is to be kept with the message
  synchronized AnswerProgress ends(String text, String engine) {
    if (progress == null) {
      throw new IllegalStateException("not begun");
    }
    if (!text.startsWith(progress.text())) {
      startsAgain(new EngineChange(engine, engine, EngineChange.Reason.INVALID_ANSWER));
    }
    return progress.with(text);
  }

  /// Sent on while the lock is held, so that everybody hears the same in the same order.
  synchronized void tell(AnswerProgress next) {
    progress = next;
    followers.forEach(listenerPosition -> listenerPosition.hear(next));
  }

  synchronized void follow(ListenerPosition listenerPosition) {
    if (!followers.contains(listenerPosition)) {
      followers.add(listenerPosition);
      if (progress != null) {
        listenerPosition.hear(progress);
      }
    }
  }

  /// What has been heard since it was last kept.
  synchronized Optional<AnswerProgress> toKeep() {
    var now = progress;
    if (now == null || now.equals(kept) || (now.text().isEmpty() && now.attempt() == 1)) {
      return Optional.empty();
    }
    kept = now;
    return Optional.of(now);
  }

  @Override
  public CompletionStage<?> leaves() {
    return stopped;
  }
}
