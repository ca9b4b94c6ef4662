package poca.testkit;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import poca.infra.S3Server;

/// The parts as containers; Testcontainers removes them when the JVM ends.
final class ContainerParts implements Parts {

  private static final String PASSWORD = "test";

  private final Supplier<TestPostgres> postgres =
      SingletonSupplier.of(ContainerParts::startPostgres);
  private final Supplier<TestKafka> kafka = SingletonSupplier.of(ContainerParts::startKafka);
  private final Supplier<TestObjectStore> objectStore =
      SingletonSupplier.of(ContainerParts::startObjectStore);

  @Override
  public TestPostgres postgres() {
    return postgres.get();
  }

  @Override
  public TestKafka kafka() {
    return kafka.get();
  }

  @Override
  public TestObjectStore objectStore() {
    return objectStore.get();
  }

  private static TestPostgres startPostgres() {
    PostgreSQLContainer container =
        new PostgreSQLContainer("postgres:18").withCommand("postgres", "-c", "max_connections=150");
    container.start();
    AtomicInteger made = new AtomicInteger();
    return () -> newDatabase(container, "it_" + made.incrementAndGet());
  }

  private static TestPostgres.Database newDatabase(PostgreSQLContainer container, String name) {
    String admin = container.getJdbcUrl();
    try (Connection connection = container.createConnection("");
        Statement statement = connection.createStatement()) {
      statement.execute("create role %s login password '%s'".formatted(name, PASSWORD));
      statement.execute("create database %s owner %s".formatted(name, name));
      statement.execute("revoke all on database %s from public".formatted(name));
      String url = admin.substring(0, admin.lastIndexOf('/') + 1) + name;
      return new TestPostgres.Database(name, url, name, PASSWORD);
    } catch (SQLException e) {
      throw new IllegalStateException("no new database", e);
    }
  }

  private static TestKafka startKafka() {
    KafkaContainer container =
        new KafkaContainer("apache/kafka:4.2.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    container.start();
    return new PausableKafka(container);
  }

  private static TestObjectStore startObjectStore() {
    MinIOContainer container = new MinIOContainer("minio/minio");
    container.start();
    try {
      container.execInContainer("mkdir", "-p", "/data/" + S3Server.BUCKET);
    } catch (Exception e) {
      throw new IllegalStateException("no bucket", e);
    }
    return new TestObjectStore(
        URI.create(container.getS3URL()),
        container.getUserName(),
        container.getPassword(),
        S3Server.BUCKET);
  }

  /// A restarted container would get another port, so the broker is frozen and thawed instead.
  private record PausableKafka(KafkaContainer container) implements TestKafka {
    @Override
    public String bootstrapServers() {
      return container.getBootstrapServers();
    }

    @Override
    public void stop() {
      container.getDockerClient().pauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void restart() {
      if (Boolean.TRUE.equals(container.getCurrentContainerInfo().getState().getPaused())) {
        container.getDockerClient().unpauseContainerCmd(container.getContainerId()).exec();
      }
    }
  }
}
