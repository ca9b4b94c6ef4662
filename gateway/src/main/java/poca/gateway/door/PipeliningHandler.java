package poca.gateway.door;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;

/// Hands on a request when the server is done with the one before it on the same connection. It
/// would take the last one's `Connection: close` for all that are under way and close before it was
/// asked the others. It is done when the answer is out and it has asked for more behind it, which
/// come in either order: an answer that another thread gave is cleared up later, and would take a
/// request with it that came too soon. While a request waits nothing more is read, so what waits is
/// what came in one piece.
final class PipeliningHandler extends ChannelDuplexHandler {

  private final Queue<Object> waiting = new ArrayDeque<>();
  private boolean underWay;
  private boolean answered;
  private boolean answerIsOut;
  private boolean askedForMore;
  private boolean readIsDue;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!waiting.isEmpty() || (underWay && message instanceof HttpRequest)) {
      waiting.add(message);
    } else {
      handOn(context, message);
    }
  }

  private void handOn(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      underWay = true;
      answered = false;
      answerIsOut = false;
      askedForMore = false;
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof LastHttpContent && !isInterim(message)) {
      answered = true;
      promise = promise.unvoid();
      promise.addListener(_ -> {
        answerIsOut = true;
        goOnIfDone(context);
      });
    }
    context.write(message, promise);
  }

  /// `100 Continue` comes before the answer, and behind `101` there are no requests.
  private static boolean isInterim(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }

  /// Before the answer it is the rest of the request that is asked for.
  @Override
  public void read(ChannelHandlerContext context) {
    askedForMore |= answered;
    if (waiting.isEmpty()) {
      context.read();
    } else {
      readIsDue = true;
    }
    goOnIfDone(context);
  }

  private void goOnIfDone(ChannelHandlerContext context) {
    if (answerIsOut && askedForMore) {
      underWay = false;
      if (!waiting.isEmpty()) {
        context.executor().execute(() -> goOn(context));
      }
    }
  }

  private void goOn(ChannelHandlerContext context) {
    while (!waiting.isEmpty() && !(underWay && waiting.peek() instanceof HttpRequest)) {
      handOn(context, waiting.remove());
      if (waiting.isEmpty()) {
        context.fireChannelReadComplete();
      }
    }
    if (waiting.isEmpty() && readIsDue) {
      readIsDue = false;
      context.read();
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    while (!waiting.isEmpty()) {
      ReferenceCountUtil.release(waiting.remove());
    }
  }
}
