package poca.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistrar;
import poca.contracts.fact.AccountFact;
import poca.contracts.fact.SessionFact;
import poca.platform.event.Subscription;
import poca.testkit.RealParts;
import poca.testkit.agreement.Agreement;

/// The service on a port of its own, with real PostgreSQL and Kafka and a directory that can fail.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = WholeService.OwnPort.class)
@Import({RealParts.class, Agreement.class, WholeService.Setting.class})
public @interface WholeService {

  String ADMIN = "first.admin@poca.example";
  String ADMIN_PASSWORD = "a first admin's password";
  String APP = "https://app.poca.example/console";
  String SERVICE_SECRET = "a-secret-of-the-directory-service-for-tests";

  /// What other services hear.
  final class Heard {
    public final List<SessionFact> sessions = new CopyOnWriteArrayList<>();
    public final List<AccountFact> accounts = new CopyOnWriteArrayList<>();
  }

  /// The service asks itself for its token, so the port is known before it starts.
  final class OwnPort implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues.of("server.port=" + Setting.PORT).applyTo(context);
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  class Setting {

    private static final int PORT = freePort();

    @Bean
    Heard heard() {
      return new Heard();
    }

    @Bean
    FakeDirectory fakeDirectory() {
      return new FakeDirectory();
    }

    @Bean
    @Primary
    FakePost fakePost() {
      return new FakePost();
    }

    @Bean
    MovableClock clock() {
      return new MovableClock();
    }

    @Bean
    Api api() {
      return new Api("http://127.0.0.1:" + PORT);
    }

    @Bean
    Subscription<SessionFact> heardOfSessions(Heard heard) {
      return Subscription.to(SessionFact.TOPIC, "test.sessions", d -> heard.sessions.add(d.fact()))
          .onEveryInstance();
    }

    @Bean
    Subscription<AccountFact> heardOfAccounts(Heard heard) {
      return Subscription.to(AccountFact.TOPIC, "test.accounts", d -> heard.accounts.add(d.fact()))
          .onEveryInstance();
    }

    @Bean
    DynamicPropertyRegistrar addresses(FakeDirectory directory) {
      return registry -> {
        registry.add("poca.peers.auth-service", () -> "http://127.0.0.1:" + PORT);
        registry.add("poca.peers.directory-service", directory::url);
        registry.add("poca.keys.secret", () -> "a secret that seals the keys of the tests");
        registry.add(
            "poca.service-accounts.secrets",
            () ->
                "auth-service=%1$s,directory-service=%1$s,gateway=%1$s".formatted(SERVICE_SECRET));
        registry.add("poca.service-secret", () -> SERVICE_SECRET);
        registry.add("poca.first-admin.email", () -> ADMIN);
        registry.add("poca.first-admin.password", () -> ADMIN_PASSWORD);
        registry.add("poca.passwords.blocklist", () -> "on");
        // The hospitals of these tests, and nobody else, must have one.
        registry.add("poca.second-factor.required-roles", () -> "hospital");
        registry.add("poca.recovery.app-url", () -> APP);
        registry.add("poca.sign-up.pending-for", () -> "5s");
        registry.add("poca.sign-up.sweep-every", () -> "PT0.3S");
      };
    }

    private static int freePort() {
      try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
