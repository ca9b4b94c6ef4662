package poca.chattest;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import poca.chat.ChatService;
import poca.testkit.RealParts;
import poca.testkit.TestPostgres;

/// A further instance of the service over the same database and bus, which may be started and
/// stopped during a test.
public final class AnotherInstance implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private AnotherInstance(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// @param auditKey of the instance that is there
  public static AnotherInstance start(TestPostgres.Database database, String auditKey) {
    return new AnotherInstance(
        new SpringApplicationBuilder(ChatService.class, Surroundings.class)
            .run(
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.kafka.bootstrap-servers=" + RealParts.kafka().bootstrapServers(),
                "--poca.audit.key=" + auditKey,
                "--poca.peers.directory-service=" + Surroundings.NEIGHBOURS.url(),
                "--poca.peers.records-service=" + Surroundings.NEIGHBOURS.url()));
  }

  public int port() {
    var server = ((ServletWebServerApplicationContext) context).getWebServer();
    return server == null ? 0 : server.getPort();
  }

  @Override
  public void close() {
    context.close();
  }
}
