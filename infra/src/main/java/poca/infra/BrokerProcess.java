package poca.infra;

import java.nio.file.Path;

/// The process that holds the Kafka broker, configured by its environment. It is a process of its
/// own so that the bus can be lost without the databases.
public final class BrokerProcess {

  public static final String DATA = "POCA_KAFKA_DATA";
  public static final String PORT = "POCA_KAFKA_PORT";
  public static final String CONTROLLER_PORT = "POCA_KAFKA_CONTROLLER_PORT";

  /// The password of the broker's own login.
  public static final String PASSWORD = "POCA_KAFKA_BROKER_PASSWORD";

  /// `service=password,...`
  public static final String LOGINS = "POCA_KAFKA_LOGINS";

  private BrokerProcess() {}

  public static void main(String[] args) {
    ServerProcess.run(process ->
        process.keep(
            KafkaServer.start(
                Path.of(ServerProcess.setting(DATA)),
                ServerProcess.port(PORT),
                ServerProcess.port(CONTROLLER_PORT),
                BusLogins.of(ServerProcess.setting(PASSWORD), ServerProcess.setting(LOGINS)))));
  }
}
