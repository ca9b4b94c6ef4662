package poca.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.testkit.RealParts;
import poca.testkit.TestPostgres.Database;
import poca.testkit.world.Response;

/// Two instances of the service over one database, whose keys live for seconds.
class TwoInstancesIT {

  private static final String PASSWORD = "quite a good password";
  private static final Duration LIFE = Duration.ofSeconds(6);

  private static final Database DATABASE = RealParts.postgres().newDatabase();
  private static final FakeDirectory DIRECTORY = new FakeDirectory();
  private static final List<ConfigurableApplicationContext> INSTANCES = new ArrayList<>();
  private static final List<Api> APIS = new ArrayList<>();

  @BeforeAll
  static void two_instances() {
    for (int i = 0; i < 2; i++) {
      var port = freePort();
      INSTANCES.add(instance(port));
      APIS.add(new Api("http://127.0.0.1:" + port));
    }
  }

  @AfterAll
  static void are_closed() {
    INSTANCES.forEach(ConfigurableApplicationContext::close);
  }

  private static ConfigurableApplicationContext instance(int port) {
    return new SpringApplicationBuilder(AuthService.class)
        .initializers(context ->
            context
                .getBeanFactory()
                .registerSingleton("nothingOfTheTests", new NothingOfTheTests()))
        .run(
            "--server.port=" + port,
            "--spring.datasource.url=" + DATABASE.url(),
            "--spring.datasource.username=" + DATABASE.user(),
            "--spring.datasource.password=" + DATABASE.password(),
            "--spring.kafka.bootstrap-servers=" + RealParts.kafka().bootstrapServers(),
            "--poca.audit.key=an audit key for tests, 32+ characters",
            "--poca.peers.auth-service=http://127.0.0.1:" + port,
            "--poca.peers.directory-service=" + DIRECTORY.url(),
            "--poca.service-accounts.secrets=auth-service=%1$s,gateway=%1$s"
                .formatted(WholeService.SERVICE_SECRET),
            "--poca.service-secret=" + WholeService.SERVICE_SECRET,
            "--poca.keys.secret=a secret that seals the keys of the tests",
            "--poca.keys.rotation=10s",
            "--poca.keys.lead=5s",
            "--poca.keys.token-life=" + LIFE.toSeconds() + "s",
            "--poca.keys.look-every=PT0.5S",
            "--poca.sessions.access-token-life=" + LIFE.toSeconds() + "s");
  }

  /// The scan of the service's packages finds the settings of other tests too.
  private static final class NothingOfTheTests extends TypeExcludeFilter {
    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory others) {
      return type.getAnnotationMetadata().hasAnnotation(TestConfiguration.class.getName());
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof NothingOfTheTests;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Each worker renews its session at one instance and shows the token to the other, at once and
  /// again shortly before it expires, and verifies it with a copy of the key set that is up to a
  /// second old, the longest that the lead of these keys allows for.
  @Test
  void keys_are_replaced_while_both_run_and_no_token_fails() throws Exception {
    var seen = ConcurrentHashMap.<String>newKeySet();
    var verified = new AtomicInteger();
    var failures = new ConcurrentLinkedQueue<String>();
    var first = copy(0).getKeys().getFirst().getKeyID();
    var end = Instant.now().plus(Duration.ofSeconds(90));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var workers = new ArrayList<Callable<Void>>();
      for (int i = 0; i < 2; i++) {
        workers.add(new Worker(i, first, seen, verified, failures, end));
      }
      for (var worker : threads.invokeAll(workers)) {
        worker.get();
      }
    }

    assertThat(failures).isEmpty();
    assertThat(seen).hasSizeGreaterThanOrEqualTo(3);
    assertThat(verified).hasValueGreaterThan(50);
    for (int i = 0; i < 2; i++) {
      assertThat(copy(i).getKeyByKeyId(first)).as("the first key is retired").isNull();
    }
  }

  private record Issued(String text, SignedJWT token, Instant expires) {
    static Issued of(String text) throws ParseException {
      var token = SignedJWT.parse(text);
      return new Issued(text, token, token.getJWTClaimsSet().getExpirationTime().toInstant());
    }
  }

  private static final class Worker implements Callable<Void> {
    private final Api here;
    private final Api there;
    private final int number;
    private final String firstKey;
    private final Set<String> seen;
    private final AtomicInteger verified;
    private final ConcurrentLinkedQueue<String> failures;
    private final Instant end;
    private final ArrayDeque<Issued> waiting = new ArrayDeque<>();
    private JWKSet copy = new JWKSet();
    private Instant copiedAt = Instant.MIN;

    Worker(
        int number,
        String firstKey,
        Set<String> seen,
        AtomicInteger verified,
        ConcurrentLinkedQueue<String> failures,
        Instant end) {
      this.here = APIS.get(number);
      this.there = APIS.get(1 - number);
      this.number = number;
      this.firstKey = firstKey;
      this.seen = seen;
      this.verified = verified;
      this.failures = failures;
      this.end = end;
    }

    @Override
    public @Nullable Void call() throws Exception {
      var token = here.signUpDoctor(Api.email(), PASSWORD).field("refresh_token");
      while (Instant.now().isBefore(end) && !(seen.size() >= 3 && retired())) {
        var renewed = here.post("/api/v1/auth/refresh", Map.of("refresh_token", token));
        if (renewed.status() != 200) {
          failures.add("refresh: " + renewed.body());
          return null;
        }
        token = renewed.field("refresh_token");
        var issued = Issued.of(renewed.field("access_token"));
        verify(issued);
        waiting.add(issued);
        while (!waiting.isEmpty()
            && waiting.element().expires().minusSeconds(2).isBefore(Instant.now())) {
          verify(waiting.remove());
        }
        Thread.sleep(100); // a pause between two requests, nothing is waited for
      }
      return null;
    }

    private boolean retired() {
      return copy.getKeyByKeyId(firstKey) == null;
    }

    private void verify(Issued issued) throws Exception {
      if (copiedAt.isBefore(Instant.now().minusSeconds(1))) {
        copy = copy(seen.size() % 2 == 0 ? number : 1 - number);
        copiedAt = Instant.now();
      }
      var kid = issued.token().getHeader().getKeyID();
      var key = copy.getKeyByKeyId(kid);
      var right = key != null && issued.token().verify(new RSASSAVerifier((RSAKey) key));
      var shown = there.get("/api/v1/users/me", issued.text());
      if (Instant.now().isAfter(issued.expires())) {
        return; // too slow a machine: it says nothing
      }
      if (!right || shown.status() != 200) {
        failures.add(kid + " verified " + right + ", shown " + shown.status() + " " + shown.body());
      }
      seen.add(kid);
      verified.incrementAndGet();
    }
  }

  private static JWKSet copy(int instance) throws Exception {
    return JWKSet.parse(APIS.get(instance).get("/.well-known/jwks.json", null).body().toString());
  }

  @Test
  void failed_logins_count_at_both() throws Exception {
    var email = Api.email();
    APIS.getFirst().signUpDoctor(email, PASSWORD);
    var address = Api.address();

    var answers = atOnce(30, api -> api.login(email, "wrong", address));

    assertThat(answers).filteredOn(a -> a.status() == 401).hasSize(10);
    assertThat(answers).filteredOn(a -> a.status() == 429).hasSize(20);
    for (var api : APIS) {
      var barred = api.login(email, PASSWORD, address);
      assertThat(barred.status()).isEqualTo(429);
      assertThat(barred.code()).isEqualTo("AUTH_005");
      assertThat(api.login(email, PASSWORD).status()).isEqualTo(200);
    }
  }

  @Test
  void a_refresh_token_has_three_siblings_over_both_and_ends_the_session_with_the_next()
      throws Exception {
    var user = APIS.getFirst().signUpDoctor(Api.email(), PASSWORD);

    var answers =
        atOnce(
            8,
            api ->
                api.post(
                    "/api/v1/auth/refresh", Map.of("refresh_token", user.field("refresh_token"))));

    var given = answers.stream().filter(a -> a.status() == 200).toList();
    assertThat(given).hasSize(4);
    assertThat(answers).filteredOn(a -> a.status() == 401).hasSize(4);
    for (var api : APIS) {
      var over = api.get("/api/v1/users/me", given.getFirst().field("access_token"));
      assertThat(over.status()).isEqualTo(401);
      assertThat(over.code()).isIn("AUTH_003", "AUTH_002");
    }
  }

  @Test
  void an_email_is_taken_once_at_both() throws Exception {
    var email = Api.email();

    var answers = atOnce(60, api -> api.signUpDoctor(email, PASSWORD));

    assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(a -> a.code().equals("RES_002")).hasSize(59);
    assertThat(
            JdbcClient.create(DATABASE.dataSource())
                .sql("select count(*) from account where email = :email")
                .param("email", email)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  private interface Ask {
    Response of(Api api);
  }

  /// Asks both in turns, all at the same time.
  private static List<Response> atOnce(int n, Ask ask) throws Exception {
    var calls = new ArrayList<Callable<Response>>();
    for (int i = 0; i < n; i++) {
      var api = APIS.get(i % APIS.size());
      calls.add(() -> ask.of(api));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Response>();
      for (var future : threads.invokeAll(calls)) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
