package poca.infra;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/// A real Kafka broker with its KRaft controller in one, on 127.0.0.1, with its log on disk.
///
/// Topics are never made by the way: a producer with a misspelt topic must fail here as it would in
/// production.
public final class KafkaServer implements AutoCloseable {

  private static final String CLIENTS = "CLIENTS";
  private static final String CONTROLLER = "CONTROLLER";

  private final KafkaRaftServer server;
  private final int port;

  private KafkaServer(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /// Formats `dir` when it is new, starts the broker and returns when it serves.
  ///
  /// @param port where clients connect
  /// @param controllerPort where the controller of this one node listens
  public static KafkaServer start(Path dir, int port, int controllerPort) throws IOException {
    return start(dir, settings(dir.resolve("log"), port, controllerPort, "PLAINTEXT"), port);
  }

  /// The same for those alone who have a login: what each may do is in [BusRights]. A directory of
  /// a broker that asked for none serves as well.
  public static KafkaServer start(Path dir, int port, int controllerPort, BusLogins logins)
      throws IOException {
    Properties settings = settings(dir.resolve("log"), port, controllerPort, "SASL_PLAINTEXT");
    logins.require(settings, CLIENTS, CONTROLLER);
    KafkaServer server = start(dir, settings, port);
    try {
      logins.give(server.bootstrapServers());
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
    return server;
  }

  private static KafkaServer start(Path dir, Properties settings, int port) throws IOException {
    Path logs = Path.of(settings.getProperty("log.dirs"));
    if (!Files.exists(logs.resolve("meta.properties"))) {
      format(dir, settings);
    }
    KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException e) {
      server.shutdown();
      throw e;
    }
    return new KafkaServer(server, port);
  }

  private static void format(Path dir, Properties settings) throws IOException {
    Files.createDirectories(dir);
    Properties open = new Properties();
    open.putAll(settings);
    open.keySet().removeIf(name -> name.toString().endsWith(BusLogins.SECRETS));
    Path file = dir.resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      open.store(writer, null);
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String[] command = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
    int exit = StorageTool.execute(command, new PrintStream(said, true, StandardCharsets.UTF_8));
    if (exit != 0) {
      throw new IOException(
          "Kafka could not format " + dir + ": " + said.toString(StandardCharsets.UTF_8));
    }
  }

  private static Properties settings(Path logs, int port, int controllerPort, String protocol) {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", "1");
    p.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    p.put(
        "listeners",
        "%s://127.0.0.1:%d,%s://127.0.0.1:%d".formatted(CLIENTS, port, CONTROLLER, controllerPort));
    p.put("advertised.listeners", CLIENTS + "://127.0.0.1:" + port);
    p.put(
        "listener.security.protocol.map",
        "%s:%s,%s:%s".formatted(CLIENTS, protocol, CONTROLLER, protocol));
    p.put("inter.broker.listener.name", CLIENTS);
    p.put("controller.listener.names", CONTROLLER);
    p.put("log.dirs", logs.toString());
    p.put("auto.create.topics.enable", "false");

    // One node: every internal topic has one copy, and that copy is on disk before the ack.
    // A cluster gets the same promise from several copies instead.
    p.put("default.replication.factor", "1");
    p.put("offsets.topic.replication.factor", "1");
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("log.flush.interval.messages", "1");

    // Sized for a laptop: few files, few threads, little memory.
    p.put("num.partitions", "3");
    p.put("offsets.topic.num.partitions", "3");
    p.put("transaction.state.log.num.partitions", "3");
    p.put("share.coordinator.state.topic.num.partitions", "3");
    p.put("group.initial.rebalance.delay.ms", "0");
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "4");
    p.put("background.threads", "2");
    p.put("log.cleaner.dedupe.buffer.size", "8388608");
    p.put("log.segment.bytes", "67108864");
    p.put("log.index.size.max.bytes", "1048576");
    p.put("metadata.log.max.record.bytes.between.snapshots", "5242880");
    return p;
  }

  /// What clients connect to.
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /// Leaves the cluster in order and stops.
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
