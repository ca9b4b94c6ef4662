package poca.ai.engine.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import poca.ai.engine.provider.ProviderFailure.Reason;

/// The way to one model of one provider: our clocks and a breaker around each call, from before it
/// begins until its end was seen.
public final class ModelClient {

  private static final Logger log = LoggerFactory.getLogger(ModelClient.class);

  private static final Duration REFUSED = Duration.ofSeconds(60);
  private static final Duration BUSY = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final String engine;
  private final String model;
  private final Supplier<Provider> provider;
  private final CallTimeouts callTimeouts;
  private final CircuitBreaker breaker;
  private final AtomicLong quietUntil = new AtomicLong(System.nanoTime());
  private volatile Reason quietFor = Reason.RATE_LIMITED;

  /// @param provider asked once, when it is first needed: a client takes seconds to load
  ModelClient(String engine, String model, Supplier<Provider> provider, CallTimeouts callTimeouts) {
    this.engine = engine;
    this.model = model;
    this.provider = new Once(provider);
    this.callTimeouts = callTimeouts;
    this.breaker =
        CircuitBreaker.of(
            engine + " " + model,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(6)
                .minimumNumberOfCalls(3)
                .failureRateThreshold(50)
                .waitDurationInOpenState(callTimeouts.rest())
                .permittedNumberOfCallsInHalfOpenState(1)
                // A permit that got lost must not keep it half open for ever.
                .maxWaitDurationInHalfOpenState(callTimeouts.total().multipliedBy(2))
                .writableStackTraceEnabled(false)
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> log.warn("{} {}: {}", engine, model, event.getStateTransition()));
  }

  private static final class Once implements Supplier<Provider> {
    private final Supplier<Provider> make;
    private @org.jspecify.annotations.Nullable Provider made;

    Once(Supplier<Provider> make) {
      this.make = make;
    }

    @Override
    public synchronized Provider get() {
      if (made == null) made = make.get();
      return made;
    }
  }

  /// `openai`, say.
  public String engine() {
    return engine;
  }

  public String model() {
    return model;
  }

  /// Asks and waits for the whole answer.
  ///
  /// @param deadline of the turn, as [System#nanoTime]
  /// @throws ProviderFailure if there is none
  public Completion ask(Prompt prompt, long deadline) {
    return ask(prompt, deadline, _ -> {}, new CompletableFuture<Void>());
  }

  /// As [#ask(Prompt, long)].
  ///
  /// @param ear hears each piece as it comes; may throw a [ProviderFailure] to hang up
  /// @param stop when it is done, the connection is torn down at once
  public Completion ask(
      Prompt prompt, long deadline, Consumer<String> ear, CompletionStage<?> stop) {
    if (quietUntil.get() - System.nanoTime() > 0)
      throw ProviderFailure.of(quietFor, "left alone for a while");
    if (!breaker.tryAcquirePermission())
      throw ProviderFailure.of(Reason.UNAVAILABLE, "its breaker is open");
    var start = System.nanoTime();
    var call = new Call(ear);
    try {
      var answer = watched(call, deadline, stop, () -> provider.get().complete(prompt, call));
      if (answer.text().isBlank()) throw ProviderFailure.of(Reason.INVALID, "an empty answer");
      breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      return answer;
    } catch (ProviderFailure failure) {
      settle(failure, System.nanoTime() - start);
      throw call.progress().stage() == Call.Stage.CONNECTING
          ? failure
          : failure.billed(prompt.estimatedTokens(), call.text().length() / 4);
    } catch (RuntimeException | Error bug) {
      breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, bug);
      throw bug;
    }
  }

  /// Only what says that the provider is ill feeds the breaker; everything else gives the permit
  /// back.
  private void settle(ProviderFailure failure, long nanos) {
    switch (failure.reason()) {
      case UNAVAILABLE, TIMEOUT, INVALID -> breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
      case BAD_REQUEST, BLOCKED, CANCELLED -> breaker.releasePermission();
      case RATE_LIMITED -> {
        breaker.releasePermission();
        var asked = failure.retryAfter();
        keepQuiet(Reason.RATE_LIMITED, asked == null ? BUSY : asked);
      }
      case AUTH -> {
        breaker.releasePermission();
        log.error("{} refuses our credentials", engine);
        keepQuiet(Reason.AUTH, REFUSED);
      }
    }
  }

  private void keepQuiet(Reason why, Duration wait) {
    quietFor = why;
    var pause = wait.compareTo(LONGEST_PAUSE) < 0 ? wait : LONGEST_PAUSE;
    quietUntil.set(System.nanoTime() + pause.toNanos());
  }

  /// Loads the client, so that the first patient does not wait for it.
  public void warmUp() {
    provider.get().warmUp();
  }

  /// Looks the model up in the provider's list.
  ///
  /// @throws ProviderFailure if that says nothing
  public Listing look() {
    var call = new Call();
    return watched(
        call,
        System.nanoTime() + callTimeouts.total().toNanos(),
        new CompletableFuture<Void>(),
        () -> provider.get().look(call));
  }

  /// Works in a thread of its own, so that whoever waits keeps the clocks whatever the client does.
  private <T> T watched(Call call, long deadline, CompletionStage<?> stop, Supplier<T> work) {
    var done = new CompletableFuture<T>();
    stop.thenRun(
        () -> done.completeExceptionally(ProviderFailure.of(Reason.CANCELLED, "not wanted")));
    var worker =
        Thread.ofVirtual()
            .name("ask-" + engine)
            .start(() -> {
              try {
                done.complete(work.get());
              } catch (Throwable failed) {
                done.completeExceptionally(failed);
              }
            });
    try {
      while (true) {
        var progress = call.progress();
        var ends = progress.since() + callTimeouts.of(progress.stage()).toNanos();
        if (deadline - ends < 0) ends = deadline;
        try {
          return done.get(Math.max(0, ends - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
          if (call.progress().equals(progress)) {
            hangUp(call, worker);
            throw ProviderFailure.of(
                Reason.TIMEOUT,
                ends == deadline ? "the turn's time is up" : progress.stage().name());
          }
          if (deadline - System.nanoTime() <= 0) {
            hangUp(call, worker);
            throw ProviderFailure.of(Reason.TIMEOUT, "the turn's time is up");
          }
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      hangUp(call, worker);
      throw ProviderFailure.of(Reason.CANCELLED, "interrupted");
    } catch (ExecutionException failed) {
      hangUp(call, worker);
      var cause = failed.getCause();
      if (cause instanceof ProviderFailure known) throw known;
      if (cause instanceof Error error) throw error;
      // A client's own surprise: its message may quote what was sent.
      throw ProviderFailure.of(
          Reason.UNAVAILABLE, cause == null ? "unknown" : cause.getClass().getSimpleName());
    }
  }

  private static void hangUp(Call call, Thread worker) {
    call.cancel();
    worker.interrupt();
  }
}
