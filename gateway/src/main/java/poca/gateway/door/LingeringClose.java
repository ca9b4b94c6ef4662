package poca.gateway.door;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Ends a connection on which the answer was faster than the body. A client that goes on sending
/// has a while to come to its end; after that the connection goes, with whatever it holds.
///
/// And it lets such a client read the answer. Closing a socket with unread bytes makes the kernel
/// reset the connection, and the reset can destroy the answer before the client has read it; so
/// only our side is closed first, and what still arrives is read and dropped for a while (RFC 9112,
/// 9.6).
final class LingeringClose extends ChannelDuplexHandler {

  private final Duration longest;
  private long room;
  private boolean bodyUnderWay;
  private long requests;
  private @Nullable ChannelPromise closing;

  /// @param longest how long to read on
  /// @param most how many bytes to read on
  LingeringClose(Duration longest, long most) {
    this.longest = longest;
    this.room = most;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      bodyUnderWay = true;
      requests++;
    }
    var last = message instanceof LastHttpContent;
    if (last) {
      bodyUnderWay = false;
    }
    if (closing == null) {
      context.fireChannelRead(message);
      return;
    }
    room -= message instanceof HttpContent content ? content.content().readableBytes() : 0;
    ReferenceCountUtil.release(message);
    if (last || room < 0) {
      end(context, closing);
    }
  }

  /// What is left of the body after its answer is worth no more time.
  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (bodyUnderWay && message instanceof LastHttpContent && !isInterim(message)) {
      var answered = requests;
      context
          .executor()
          .schedule(() -> leave(context, answered), longest.toNanos(), TimeUnit.NANOSECONDS);
    }
    context.write(message, promise);
  }

  private static boolean isInterim(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }

  private void leave(ChannelHandlerContext context, long answered) {
    if (bodyUnderWay && requests == answered) {
      context.close();
    }
  }

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    if (closing == null
        && bodyUnderWay
        && context.channel() instanceof DuplexChannel channel
        && channel.isActive()
        && !channel.isInputShutdown()) {
      closing = promise;
      channel.shutdownOutput();
      channel.config().setAutoRead(true);
      context
          .executor()
          .schedule(() -> end(context, promise), longest.toNanos(), TimeUnit.NANOSECONDS);
    } else if (closing == null) {
      context.close(promise);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (closing != null && event instanceof ChannelInputShutdownEvent) {
      end(context, closing);
    }
    context.fireUserEventTriggered(event);
  }

  /// Whatever ends it first: what was read together comes on after the end.
  private static void end(ChannelHandlerContext context, ChannelPromise promise) {
    if (!promise.isDone()) {
      context.close(promise);
    }
  }
}
