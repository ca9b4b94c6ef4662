package poca.ai.engine.provider;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/// The HTTP client under two providers' SDKs. It ties each request to the [Call] of its thread: how
/// to hang up, when the answer began, how long a refused one has to wait.
final class Http implements Interceptor {

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(3);

  private final ThreadLocal<Call> calls = new ThreadLocal<>();
  private final OkHttpClient client;

  Http(CallTimeouts callTimeouts) {
    var connect =
        callTimeouts.connect().compareTo(LONGEST_CONNECT) < 0
            ? callTimeouts.connect()
            : LONGEST_CONNECT;
    // Reading has the whole time: the other clocks are ours, since okhttp's would not tell a first
    // word from a gap.
    this.client =
        new OkHttpClient.Builder()
            .connectTimeout(connect)
            .readTimeout(callTimeouts.total())
            .writeTimeout(callTimeouts.total())
            .callTimeout(callTimeouts.total().plusSeconds(1))
            .addInterceptor(this)
            .build();
  }

  OkHttpClient client() {
    return client;
  }

  /// Runs what makes requests in this thread.
  <T> T during(Call call, java.util.function.Supplier<T> work) {
    calls.set(call);
    try {
      return work.get();
    } finally {
      calls.remove();
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    var call = calls.get();
    if (call == null) return chain.proceed(chain.request());
    call.hangUpBy(chain.call()::cancel);
    var response = chain.proceed(once(chain.request()));
    call.retryAfter(retryAfter(response.header("Retry-After"), Clock.systemUTC()));
    if (response.isSuccessful()) call.opened();
    return response;
  }

  /// okhttp may try another address of a host, which it should; but never send a prompt twice.
  private static Request once(Request request) {
    var body = request.body();
    return body == null
        ? request
        : request.newBuilder().method(request.method(), new OneShot(body)).build();
  }

  private static final class OneShot extends RequestBody {

    private final RequestBody body;

    OneShot(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }
  }

  /// In seconds or as a date (RFC 9110, 10.2.3); null if it is neither.
  static @Nullable Duration retryAfter(@Nullable String header, Clock clock) {
    if (header == null || header.isBlank()) return null;
    try {
      return Duration.ofMillis((long) (1000 * Double.parseDouble(header.strip())));
    } catch (NumberFormatException date) {
      try {
        var at = ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
        var wait = Duration.between(clock.instant(), at.toInstant());
        return wait.isNegative() ? Duration.ZERO : wait;
      } catch (DateTimeParseException neither) {
        return null;
      }
    }
  }
}
