package poca.gateway.door;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Lets a client that is still sending its body read the answer. Closing a socket with unread bytes
/// makes the kernel reset the connection, and the reset can destroy the answer before the client
/// has read it; so only our side is closed first, and what still arrives is read and dropped for a
/// while (RFC 9112, 9.6).
final class LingeringClose extends ChannelDuplexHandler {

  private final Duration longest;
  private long room;
  private boolean bodyUnderWay;
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
