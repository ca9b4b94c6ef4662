package poca.gateway.door;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Closes a connection on which no whole request head has come for too long. The server's own idle
/// time begins anew with every byte, so a client that sends one now and then would stay for ever.
final class RequestHeadTimeout extends ChannelDuplexHandler {

  private final long limit;
  private int underWay;
  private volatile boolean idle = true;
  private volatile long since;
  private @Nullable ScheduledFuture<?> look;

  /// @param limit from the end of one answer, or from the beginning, to the next request's head
  RequestHeadTimeout(Duration limit) {
    this.limit = limit.toNanos();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    since = now(context);
    // One look per limit instead of a timer per request: what is late goes within twice the limit.
    look =
        context
            .executor()
            .scheduleAtFixedRate(() -> closeIfLate(context), limit, limit, TimeUnit.NANOSECONDS);
  }

  /// Whether no request is under way; for any thread.
  boolean isIdle() {
    return idle;
  }

  /// Since when, on the clock of the event loops; for any thread.
  long since() {
    return since;
  }

  private void closeIfLate(ChannelHandlerContext context) {
    if (context.pipeline().get(WebSocketFrameEncoder.class) != null) {
      stop();
    } else if (underWay == 0 && now(context) - since >= limit) {
      stop();
      context.close();
    }
  }

  private void stop() {
    if (look != null) {
      look.cancel(false);
    }
  }

  private static long now(ChannelHandlerContext context) {
    return context.executor().ticker().nanoTime();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      underWay++;
      idle = false;
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof LastHttpContent && !isInterim(message)) {
      underWay = Math.max(0, underWay - 1);
      since = now(context);
      idle = underWay == 0;
    }
    context.write(message, promise);
  }

  /// `100 Continue` comes before the answer and is a whole message all the same.
  private static boolean isInterim(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    stop();
  }
}
