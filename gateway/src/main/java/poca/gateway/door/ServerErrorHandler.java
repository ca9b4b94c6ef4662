package poca.gateway.door;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import poca.contracts.ErrorCode;
import poca.platform.IdSource;
import poca.platform.web.Refusal;

/// Dresses what the HTTP server refuses before the door sees it: requests that cannot be parsed,
/// and headers that are too large. Such an answer is recognised by having no request id. It is the
/// last on its connection.
final class ServerErrorHandler extends ChannelOutboundHandlerAdapter {

  private final IdSource ids;
  private boolean swallowing;

  ServerErrorHandler(IdSource ids) {
    this.ids = ids;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    switch (message) {
      case HttpResponse bare when isBare(bare) -> {
        swallowing = !(message instanceof LastHttpContent);
        var dressed = dressed(bare);
        ReferenceCountUtil.release(message);
        context.write(dressed, promise);
      }
      case HttpContent rest when swallowing -> {
        swallowing = !(rest instanceof LastHttpContent);
        ReferenceCountUtil.release(message);
        promise.setSuccess();
      }
      default -> context.write(message, promise);
    }
  }

  private static boolean isBare(HttpResponse response) {
    return response.status().code() >= 400
        && !response.headers().contains(HeaderHygiene.REQUEST_ID);
  }

  private HttpResponse dressed(HttpResponse bare) {
    var id = ids.next().toString();
    var status = bare.status();
    var code = status.code() >= 500 ? ErrorCode.SRV_001 : ErrorCode.VAL_001;
    var message = status.code() == 500 ? "Internal server error" : status.reasonPhrase();
    var body =
        EnvelopeWriter.envelope(new Refusal(status.code(), code, message), id)
            .getBytes(StandardCharsets.UTF_8);
    var response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
    response
        .headers()
        .set(HeaderHygiene.REQUEST_ID, id)
        .set("X-Content-Type-Options", "nosniff")
        .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
        .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set(HttpHeaderNames.CONNECTION, "close");
    return response;
  }
}
