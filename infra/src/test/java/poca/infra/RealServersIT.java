package poca.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.ErrorResponseException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealServersIT {

  private static final Path BINARIES =
      Path.of(
          System.getProperty("java.io.tmpdir"), "poca-postgres-" + System.getProperty("user.name"));

  @TempDir Path home;

  @Test
  void what_postgres_acknowledges_is_on_disk_and_there_after_a_restart() throws Exception {
    int port = freePort();
    try (PostgresServer postgres = postgres(port)) {
      DataSource superuser = postgres.superuser("postgres");
      assertThat(ask(superuser, "show fsync")).isEqualTo("on");
      assertThat(ask(superuser, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(superuser, "show full_page_writes")).isEqualTo("on");
      assertThat(ask(superuser, "show max_connections")).isEqualTo("150");
      assertThat(ask(superuser, "show listen_addresses")).isEqualTo("127.0.0.1");

      postgres.ensureDatabase("chat", "chat", "it's \\ secret");
      DataSource chat = postgres.login("chat", "chat", "it's \\ secret");
      run(chat, "create table kept (said text)");
      run(chat, "insert into kept values ('hello')");
    }
    try (PostgresServer postgres = postgres(port)) {
      postgres.ensureDatabase("chat", "chat", "it's \\ secret");
      assertThat(ask(postgres.login("chat", "chat", "it's \\ secret"), "select said from kept"))
          .isEqualTo("hello");
    }
  }

  @Test
  void a_role_reaches_its_own_database_with_its_password_and_nothing_else() throws Exception {
    try (PostgresServer postgres = postgres(freePort())) {
      postgres.ensureDatabase("chat", "chat", "one");
      postgres.ensureDatabase("ai", "ai", "two");

      assertThat(ask(postgres.login("chat", "chat", "one"), "select current_user"))
          .isEqualTo("chat");
      run(postgres.login("chat", "chat", "one"), "create extension btree_gist");
      assertThatThrownBy(() -> ask(postgres.login("chat", "chat", "wrong"), "select 1"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> ask(postgres.login("postgres", "postgres", "wrong"), "select 1"))
          .isInstanceOf(SQLException.class);
      for (String foreign : List.of("ai", "postgres", "template1")) {
        assertThatThrownBy(() -> ask(postgres.login(foreign, "chat", "one"), "select 1"))
            .as(foreign)
            .hasMessageContaining("permission denied for database");
      }
      assertThat(
              ask(
                  postgres.superuser("chat"),
                  "select rolsuper or rolcreatedb or rolcreaterole from pg_roles where rolname = 'chat'"))
          .isEqualTo("f");
    }
  }

  @Test
  void a_server_left_behind_by_a_killed_parent_is_replaced_and_keeps_its_data() throws Exception {
    int port = freePort();
    PostgresServer orphan = postgres(port);
    orphan.ensureDatabase("chat", "chat", "one");
    run(orphan.login("chat", "chat", "one"), "create table kept as select 1 as n");

    // The first one is never closed, as if its parent had been killed.
    try (PostgresServer postgres =
        PostgresServer.start(
            copyOfTheHandle(home.resolve("pg")), port, "super", BINARIES, home.resolve("pg.log"))) {
      assertThat(ask(postgres.login("chat", "chat", "one"), "select n from kept")).isEqualTo("1");
    }
  }

  /// The lock of the first start is held by this JVM; a path spelt otherwise does not change that,
  /// so the lock file goes as it would with the process that held it.
  private static Path copyOfTheHandle(Path data) throws IOException {
    java.nio.file.Files.delete(data.resolve("epg-lock"));
    return data;
  }

  @Test
  void kafka_carries_a_record_keeps_it_over_a_restart_and_makes_no_topic_by_the_way()
      throws Exception {
    int port = freePort();
    int controller = freePort();
    try (KafkaServer kafka = KafkaServer.start(home.resolve("kafka"), port, controller)) {
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
        admin.createTopics(List.of(new NewTopic("chat.messages.v1", 3, (short) 1))).all().get();
      }
      send(kafka, "chat.messages.v1", "hello");
      assertThat(receive(kafka, "chat.messages.v1")).isEqualTo("hello");
      assertThatThrownBy(() -> send(kafka, "chat.mesages.v1", "lost"))
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseInstanceOf(
              org.apache.kafka.common.errors.UnknownTopicOrPartitionException.class);
    }
    try (KafkaServer kafka = KafkaServer.start(home.resolve("kafka"), port, controller)) {
      assertThat(receive(kafka, "chat.messages.v1")).isEqualTo("hello");
    }
  }

  @Test
  void the_bus_serves_who_has_a_login_and_each_only_where_it_has_a_right() throws Exception {
    int port = freePort();
    int controller = freePort();
    try (KafkaServer open = KafkaServer.start(home.resolve("kafka"), port, controller);
        Admin admin = Admin.create(Map.of("bootstrap.servers", open.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic("chat.messages.v1", 3, (short) 1))).all().get();
      send(open, "chat.messages.v1", "before there were logins");
    }
    BusLogins logins =
        new BusLogins(
            "the-brokers-own",
            Map.of("chat-service", "one", "records-service", "two", "gateway", "three"));
    try (KafkaServer kafka = KafkaServer.start(home.resolve("kafka"), port, controller, logins)) {
      assertThat(receive(kafka, "chat.messages.v1", login("records-service", "two")))
          .isEqualTo("before there were logins");
      send(kafka, "chat.messages.v1", "one's own", login("chat-service", "one"));

      assertRefused(kafka, "chat.messages.v1", Map.of());
      assertRefused(kafka, "chat.messages.v1", login("chat-service", "wrong"));
      assertRefused(kafka, "chat.messages.v1", login("nobody", "one"));
      assertRefused(kafka, "chat.messages.v1", plain("broker", "one"));
      assertRefused(kafka, "chat.messages.v1", login("records-service", "two"));
      assertRefused(kafka, "directory.mappings.v2", login("chat-service", "one"));
      assertThatThrownBy(() -> receive(kafka, "chat.messages.v1", login("gateway", "three")))
          .isInstanceOf(org.apache.kafka.common.errors.AuthorizationException.class);
      assertThatThrownBy(
              () -> receive(kafka, "chat.messages.v1", login("records-service", "two"), "chat-x"))
          .isInstanceOf(org.apache.kafka.common.errors.GroupAuthorizationException.class);
      try (Admin stranger = Admin.create(settings(kafka, login("chat-service", "one")))) {
        assertThatThrownBy(() -> stranger.deleteTopics(List.of("chat.messages.v1")).all().get())
            .hasCauseInstanceOf(org.apache.kafka.common.errors.AuthorizationException.class);
      }
    }
    try (KafkaServer fresh = KafkaServer.start(home.resolve("new"), port, controller, logins)) {
      assertRefused(fresh, "chat.messages.v1", Map.of());
      assertThat(home.resolve("new/server.properties")).content().doesNotContain("the-brokers-own");
    }
    BusLogins changed = new BusLogins("another", Map.of("chat-service", "changed"));
    try (KafkaServer kafka = KafkaServer.start(home.resolve("kafka"), port, controller, changed)) {
      assertRefused(kafka, "chat.messages.v1", login("chat-service", "one"));
      send(kafka, "chat.messages.v1", "with a new password", login("chat-service", "changed"));
    }
  }

  private static void assertRefused(KafkaServer kafka, String topic, Map<String, String> login) {
    assertThatThrownBy(() -> send(kafka, topic, "forged", login))
        .as("%s %s", topic, login.keySet())
        .isInstanceOf(Exception.class);
  }

  private static Map<String, String> login(String name, String password) {
    return Map.of(
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "SCRAM-SHA-512",
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(name, password));
  }

  private static Map<String, String> plain(String name, String password) {
    return Map.of(
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(name, password));
  }

  private static Map<String, Object> settings(KafkaServer kafka, Map<String, String> login) {
    Map<String, Object> settings = new HashMap<>(login);
    settings.put("bootstrap.servers", kafka.bootstrapServers());
    return settings;
  }

  @Test
  void the_object_store_serves_who_signs_and_refuses_everybody_else() throws Exception {
    int port = freePort();
    byte[] bytes = "a report".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    try (S3Server store = S3Server.start(home.resolve("s3"), port, "key", "secret")) {
      try (MinioClient client = client(store, "key", "secret")) {
        client.putObject(
            PutObjectArgs.builder()
                .bucket(S3Server.BUCKET)
                .object("a/b")
                .data(bytes, bytes.length)
                .build());
      }
      try (MinioClient stranger = client(store, "key", "wrong")) {
        assertThatThrownBy(() -> read(stranger))
            .isInstanceOfSatisfying(
                ErrorResponseException.class,
                refusal ->
                    assertThat(refusal.errorResponse().code()).isEqualTo("SignatureDoesNotMatch"));
      }
      URI object = store.endpoint().resolve("/" + S3Server.BUCKET + "/a/b");
      assertThat(anonymous(object)).isEqualTo(403);
      assertThat(anonymous(store.endpoint().resolve("/"))).isEqualTo(403);
    }
    // as an older version left it
    Files.setPosixFilePermissions(
        home.resolve("s3").resolve(S3Server.BUCKET), PosixFilePermissions.fromString("rwxr-xr-x"));
    try (S3Server store = S3Server.start(home.resolve("s3"), port, "key", "secret");
        MinioClient client = client(store, "key", "secret")) {
      assertThat(read(client)).isEqualTo(bytes);
      for (var unsigned :
          List.of("", "/", "?list-type=2", "?location", "?acl", "/a/b", "/missing", "/a/")) {
        assertThat(anonymous(store.endpoint().resolve("/" + S3Server.BUCKET + unsigned)))
            .as(unsigned)
            .isEqualTo(403);
      }
    }
  }

  private PostgresServer postgres(int port) throws IOException {
    return PostgresServer.start(
        home.resolve("pg"), port, "super", BINARIES, home.resolve("pg.log"));
  }

  private static void run(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void send(KafkaServer kafka, String topic, String value) throws Exception {
    send(kafka, topic, value, Map.of());
  }

  private static void send(KafkaServer kafka, String topic, String value, Map<String, String> login)
      throws Exception {
    Map<String, Object> settings = settings(kafka, login);
    settings.put("max.block.ms", 3000);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "key", value)).get();
    } catch (TimeoutException e) {
      throw new ExecutionException(e);
    }
  }

  private static String receive(KafkaServer kafka, String topic) {
    return receive(kafka, topic, Map.of(), "reader-" + System.nanoTime());
  }

  private static String receive(KafkaServer kafka, String topic, Map<String, String> login) {
    return receive(kafka, topic, login, "records-" + System.nanoTime());
  }

  private static String receive(
      KafkaServer kafka, String topic, Map<String, String> login, String group) {
    Map<String, Object> settings = settings(kafka, login);
    settings.put("group.id", group);
    settings.put("auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (System.nanoTime() < end) {
        ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(200));
        if (!records.isEmpty()) {
          return records.iterator().next().value();
        }
      }
      throw new AssertionError("nothing came in 20 s");
    }
  }

  private static MinioClient client(S3Server store, String key, String secret) {
    return MinioClient.builder()
        .endpoint(store.endpoint().toString())
        .credentials(key, secret)
        .build();
  }

  private static byte[] read(MinioClient client) throws Exception {
    try (var object =
        client.getObject(GetObjectArgs.builder().bucket(S3Server.BUCKET).object("a/b").build())) {
      return object.readAllBytes();
    }
  }

  private static int anonymous(URI address) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
