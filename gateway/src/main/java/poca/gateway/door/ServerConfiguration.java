package poca.gateway.door;

import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.platform.IdSource;
import reactor.netty.NettyPipeline;

/// The HTTP server itself: what holds before a request is one.
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

  /// A client that stops in the middle of a request gives its connection back.
  private static final Duration STALLED = Duration.ofSeconds(60);

  /// Longer than the idle time of the server, which closes the ordinary connection politely.
  private static final Duration HEAD_LATE = Duration.ofSeconds(90);

  /// How long, and how much, a connection that was answered early is read on.
  private static final Duration LINGER = Duration.ofSeconds(3);

  private static final long LINGER_BYTES = 64L << 20;

  @Bean
  NettyServerCustomizer strictServer(IdSource ids, OpenConnections connections) {
    return server ->
        server
            .readTimeout(STALLED)
            .doOnChannelInit((_, channel, _) -> {
              connections.watch(channel);
              channel
                  .pipeline()
                  .addBefore(
                      NettyPipeline.HttpTrafficHandler, "bare-answers", new ServerErrorHandler(ids))
                  .addBefore(
                      NettyPipeline.HttpTrafficHandler, "one-at-a-time", new PipeliningHandler())
                  .addBefore(NettyPipeline.HttpTrafficHandler, "message-limit", new MessageLimit())
                  .addBefore("bare-answers", "headers-in-time", new RequestHeadTimeout(HEAD_LATE))
                  .addBefore(
                      "headers-in-time",
                      "lingering-close",
                      new LingeringClose(LINGER, LINGER_BYTES));
            });
  }
}
