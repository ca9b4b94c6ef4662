package poca.gateway.door;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Lets no message of a client grow beyond 64 KiB (contract 5.1), in however many fragments it
/// comes, and passes on whole ones only: what a message holds until its end is a copy of its bytes,
/// and none of the buffers that the network's reads share. What is larger closes the socket with
/// 1009.
final class MessageLimit extends ChannelInboundHandlerAdapter {

  /// In bytes.
  static final int LARGEST = 64 << 10;

  /// How long a client may still send, to come to the answer behind it.
  private static final Duration LINGER = Duration.ofSeconds(3);

  private @Nullable ByteArrayOutputStream pieces;
  private boolean binary;
  private boolean refused;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (refused) {
      if (message instanceof CloseWebSocketFrame) {
        context.close();
      }
      ReferenceCountUtil.release(message);
    } else if (isData(message)) {
      take(context, (WebSocketFrame) message);
    } else {
      context.fireChannelRead(message);
    }
  }

  private static boolean isData(Object message) {
    return message instanceof TextWebSocketFrame
        || message instanceof BinaryWebSocketFrame
        || message instanceof ContinuationWebSocketFrame;
  }

  private void take(ChannelHandlerContext context, WebSocketFrame frame) {
    var before = pieces;
    var length = frame.content().readableBytes() + (before == null ? 0 : before.size());
    if (length > LARGEST) {
      frame.release();
      refuse(context);
    } else if (before == null && frame.isFinalFragment()) {
      context.fireChannelRead(frame);
    } else {
      assemble(context, frame, before == null ? begun(frame) : before);
    }
  }

  private ByteArrayOutputStream begun(WebSocketFrame first) {
    binary = first instanceof BinaryWebSocketFrame;
    return new ByteArrayOutputStream();
  }

  private void assemble(
      ChannelHandlerContext context, WebSocketFrame frame, ByteArrayOutputStream soFar) {
    var piece = new byte[frame.content().readableBytes()];
    frame.content().readBytes(piece);
    soFar.writeBytes(piece);
    pieces = frame.isFinalFragment() ? null : soFar;
    if (frame.isFinalFragment()) {
      var whole = Unpooled.wrappedBuffer(soFar.toByteArray());
      context.fireChannelRead(
          binary ? new BinaryWebSocketFrame(whole) : new TextWebSocketFrame(whole));
    } else {
      context.read(); // nobody behind us knows that there is more
    }
    frame.release();
  }

  /// What the decoder cannot read it has answered itself, and closed.
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!(cause instanceof CorruptedWebSocketFrameException)) {
      context.fireExceptionCaught(cause);
    }
  }

  private void refuse(ChannelHandlerContext context) {
    refused = true;
    pieces = null;
    context.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.MESSAGE_TOO_BIG));
    context.channel().config().setAutoRead(true);
    context.executor().schedule(() -> context.close(), LINGER.toMillis(), TimeUnit.MILLISECONDS);
  }
}
