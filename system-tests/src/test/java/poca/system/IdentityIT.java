package poca.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import poca.demo.Consultation.Parties;
import poca.demo.Demo;
import poca.demo.Gateway;
import poca.demo.Login;
import poca.demo.Response;
import poca.demo.StepFailed;
import poca.stack.home.LocalService;
import tools.jackson.databind.json.JsonMapper;

/// Accounts and mappings under races and faults, through the gateway.
@ExtendWith(SharedHouse.class)
class IdentityIT {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String PASSWORD = "a good long password";

  private static @Nullable House house;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    house = House.shared();
  }

  @Test
  void two_hundred_sign_ups_with_one_email_make_one_account() throws Exception {
    var email = unique("many") + "@test.poca.example";

    var answers = atOnce(200, _ -> signUp(email));

    assertThat(answers.stream().filter(response -> response.status() == 200)).hasSize(1);
    assertThat(answers.stream().filter(response -> response.status() != 200))
        .allSatisfy(response -> {
          assertThat(response.status()).isEqualTo(400);
          assertThat(response.errorCode()).isEqualTo("RES_002");
        });
    assertThat(
            ids(LocalService.AUTH_SERVICE, "select id from account where email = '" + email + "'"))
        .hasSize(1);
  }

  @Test
  void two_hundred_identical_mappings_make_one() throws Exception {
    var admin = house().admin();
    var parties = Demo.strangers(gateway(), admin);
    var hospital =
        gateway()
            .post(admin, "/hospitals", Map.of("name", "H", "email", unique("h") + "@x.example"))
            .data()
            .path("id")
            .asString();
    var pair = Map.of("hospital_id", hospital, "patient_id", parties.patientId());

    var answers = atOnce(200, _ -> gateway().post(admin, "/mappings/hospital-patient", pair));

    assertThat(answers.stream().filter(response -> response.status() == 200)).hasSize(1);
    assertThat(answers.stream().filter(response -> response.status() != 200))
        .allSatisfy(response -> {
          assertThat(response.status()).isEqualTo(400);
          assertThat(response.errorCode()).isEqualTo("RES_002");
        });
  }

  @Test
  void the_directory_dies_amid_sign_ups_and_no_half_of_one_remains() throws Exception {
    var marker = unique("swept");
    var done = new AtomicInteger();
    var slots = new Semaphore(8);
    var killer =
        new Thread(() -> {
          while (done.get() < 20) {
            Thread.onSpinWait();
          }
          house().kill("directory-service");
        });
    killer.start();

    var answers =
        atOnce(
            80,
            i -> {
              slots.acquireUninterruptibly();
              try {
                var response = signUp(marker + "-" + i + "@test.poca.example");
                done.incrementAndGet();
                return response;
              } finally {
                slots.release();
              }
            });
    killer.join();

    var failed = answers.stream().filter(response -> response.status() != 200).toList();
    assertThat(failed).as("the fault fired").isNotEmpty();
    assertThat(failed).allMatch(response -> response.status() == 503);
    var succeeded =
        answers.stream()
            .filter(response -> response.status() == 200)
            .map(response -> UUID.fromString(response.data().path("user_id").asString()))
            .collect(Collectors.toSet());

    House.eventually(
        PATIENCE,
        () -> {
          var accounts =
              ids(
                  LocalService.AUTH_SERVICE,
                  "select id from account where status <> 'ACTIVE' or email like '%s-%%'"
                      .formatted(marker));
          assertThat(accounts).as("accounts").isEqualTo(succeeded);
          var profiles =
              ids(
                  LocalService.DIRECTORY_SERVICE,
                  "select id from patient where name = '" + marker + "'");
          assertThat(profiles).as("profiles").isEqualTo(succeeded);
        });
    for (var response : answers) {
      if (response.status() == 200) {
        var token = response.data().path("access_token").asString();
        var id = response.data().path("user_id").asString();
        var self = new Login("", id, "patient", token);
        assertThat(gateway().get(self, "/patients/user/" + id).data().path("patients"))
            .singleElement()
            .satisfies(p -> assertThat(p.path("relation").asString()).isEqualTo("self"));
      }
    }
    assertThat(signUp(marker + "-" + answers.indexOf(failed.getFirst()) + "@test.poca.example"))
        .as("the email of a failed sign-up is free")
        .satisfies(response -> assertThat(response.status()).isEqualTo(200));
  }

  /// Two instances of auth-service behind a balancer: the new one makes a new signing key, the old
  /// one is restarted, then the new one leaves. Requests with valid tokens go on all the time.
  @Test
  void keys_rotate_and_auth_service_is_restarted_and_no_request_fails() throws Exception {
    var parties = Demo.strangers(gateway(), house().admin());
    var port = freePort();
    var keys = new HashSet<String>();
    var second =
        house()
            .another(
                LocalService.AUTH_SERVICE,
                port,
                Map.of(
                    "POCA_KEY_ROTATION", "90s",
                    "POCA_KEYS_LEAD", "45s", // longer than a verifier keeps the keys
                    "POCA_KEYS_LOOK_EVERY", "PT1S",
                    "POCA_DRAIN", "3s"));
    try (var load = new Load(parties.doctor(), parties.patientId())) {
      House.awaitReady(port);
      house().auth().add(port);
      keys.addAll(load.loginsUntilTwoKeys(parties.patient().email(), password(parties)));

      house().auth().remove(house().portOf(LocalService.AUTH_SERVICE));
      house().restart("auth-service");
      House.awaitReady(house().portOf(LocalService.AUTH_SERVICE));
      house().auth().add(house().portOf(LocalService.AUTH_SERVICE));

      house().auth().remove(port);
      second.destroy();
      second.waitFor();
      var after = load.done.get() + 100;
      House.eventually(PATIENCE, () -> assertThat(load.done).hasValueGreaterThan(after));

      assertThat(keys).as("keys that signed").hasSizeGreaterThan(1);
      assertThat(load.failures.stream().limit(5)).as("of %s", load.done).isEmpty();
    } finally {
      second.destroyForcibly();
    }
  }

  /// Five clients who ask one thing after another, each of another service, with a token that is
  /// valid throughout.
  private static final class Load implements AutoCloseable {

    /// Load, not overload: a machine that is full answers 503, too, and rightly so.
    private static final Duration PAUSE = Duration.ofMillis(40);

    private final AtomicInteger done = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Thread> clients = new ArrayList<>();

    Load(Login doctor, String patient) {
      for (var path :
          List.of(
              "/users/me",
              "/patients/" + patient,
              "/chats",
              "/patients/" + patient + "/reports",
              "/patients/" + patient + "/appointments")) {
        clients.add(Thread.ofVirtual().start(() -> ask(doctor, path)));
      }
    }

    private void ask(Login doctor, String path) {
      var gateway = gateway();
      while (!over.get()) {
        try {
          var response = gateway.get(doctor, path);
          if (response.status() != 200) {
            failures.add(Instant.now() + " " + response);
          }
        } catch (StepFailed e) {
          failures.add(Instant.now() + " " + e.getMessage());
        }
        done.incrementAndGet();
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }

    /// Each login's token is used at once, at a service that may not know its key yet.
    Set<String> loginsUntilTwoKeys(String email, String password) {
      var keys = new HashSet<String>();
      House.eventually(
          PATIENCE,
          () -> {
            var login = gateway().login(email, password);
            keys.add(key(login.accessToken()));
            var response = gateway().get(login, "/patients/" + login.userId());
            if (response.status() != 200) {
              failures.add(response.toString());
            }
            assertThat(keys).hasSizeGreaterThan(1);
          });
      return keys;
    }

    @Override
    public void close() throws InterruptedException {
      over.set(true);
      for (var client : clients) {
        client.join();
      }
    }
  }

  private static String key(String token) {
    var header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
    return new JsonMapper().readTree(header).path("kid").asString();
  }

  private static Response signUp(String email) {
    return gateway()
        .post(
            null,
            "/auth/patient-signup",
            Map.of("email", email, "password", PASSWORD, "name", email.split("-", 2)[0]));
  }

  /// All of them wait for one another and then go at once.
  private static <T> List<T> atOnce(int times, IntFunction<T> call) throws Exception {
    var go = new CountDownLatch(1);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = new ArrayList<java.util.concurrent.Future<T>>();
      for (var i = 0; i < times; i++) {
        var n = i;
        calls.add(
            pool.submit(() -> {
              go.await();
              return call.apply(n);
            }));
      }
      go.countDown();
      var results = new ArrayList<T>();
      for (var each : calls) {
        results.add(each.get());
      }
      return results;
    }
  }

  private static Set<UUID> ids(LocalService service, String query) {
    try (var connection = house().database(service);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var ids = new HashSet<UUID>();
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
      return ids;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /// The demo's strangers have their number twice as a password.
  private static String password(Parties parties) {
    var email = parties.patient().email();
    return email.substring("patient-".length(), email.indexOf('@')).repeat(2);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String unique(String name) {
    return name + UUID.randomUUID().toString().substring(0, 8);
  }

  private static Gateway gateway() {
    return house().gateway();
  }

  private static House house() {
    return Objects.requireNonNull(house);
  }
}
