package poca.stack.home;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import poca.infra.BrokerProcess;
import poca.infra.Infrastructure;
import poca.infra.S3Server;

/// What each process finds in its environment: its own secrets and no other's.
public record Environments(Home home, Ports ports, Secrets secrets, Settings settings) {

  /// The address people use.
  public String publicUrl() {
    return settings.get("PUBLIC_BASE_URL").orElse("http://localhost:" + ports.gateway());
  }

  public String adminEmail() {
    return settings.get("POCA_ADMIN_EMAIL").orElse(secrets.adminEmail());
  }

  public String adminPassword() {
    return settings.get("POCA_ADMIN_PASSWORD").orElse(secrets.adminPassword());
  }

  public String demoPassword() {
    return settings.get("POCA_DEMO_PASSWORD").orElse(secrets.demoPassword());
  }

  public Map<String, String> of(LocalService service) {
    Map<String, String> env = new LinkedHashMap<>(settings.system());
    env.put("SERVER_PORT", Integer.toString(ports.of(service)));
    env.put("SERVER_ADDRESS", "127.0.0.1");
    service
        .database()
        .ifPresent(database -> {
          env.put(
              "POCA_DB_URL", "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + database);
          env.put("POCA_DB_USER", database);
          env.put("POCA_DB_PASSWORD", secrets.databasePassword(database));
          env.put("POCA_AUDIT_KEY", secrets.auditKey(service));
        });
    env.put("POCA_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
    env.put("POCA_KAFKA_REPLICATION", "1");
    env.put("POCA_KAFKA_SECURITY", "SASL_PLAINTEXT");
    env.put("POCA_KAFKA_PASSWORD", secrets.busPassword(service));
    for (LocalService other : LocalService.values()) {
      if (other != LocalService.GATEWAY) {
        env.put(other.addressVariable(), address(other));
      }
    }
    env.put("POCA_SERVICE_SECRET", secrets.serviceSecret(service));
    if (service == LocalService.GATEWAY) {
      env.put("MANAGEMENT_PORT", Integer.toString(ports.management()));
    }
    if (service == LocalService.RECORDS_SERVICE) {
      env.put("POCA_S3_ENDPOINT", "http://127.0.0.1:" + ports.s3());
      env.put("POCA_S3_ACCESS_KEY", secrets.s3AccessKey());
      env.put("POCA_S3_SECRET_KEY", secrets.s3SecretKey());
      env.put("POCA_S3_BUCKET", S3Server.BUCKET);
      env.put("DOCUMENT_KEYS", secrets.documentKeys());
    }
    if (service == LocalService.AUTH_SERVICE) {
      env.put("POCA_SERVICE_SECRETS", everyServiceSecret());
      env.put("SIGNUPS_PER_HOUR", "0"); // on a machine of one's own all come from one address
      env.put("POCA_KEY_SECRET", secrets.keySecret());
      env.put("POCA_ADMIN_EMAIL", secrets.adminEmail());
      env.put("POCA_ADMIN_PASSWORD", secrets.adminPassword());
    }
    env.put("PUBLIC_BASE_URL", publicUrl());
    env.putAll(settings.of(service));
    return env;
  }

  /// Where the others find a service: here, unless the settings name another place, such as a
  /// balancer in front of several instances.
  private String address(LocalService service) {
    return settings
        .get(service.addressVariable())
        .orElseGet(() -> "http://127.0.0.1:" + ports.of(service));
  }

  private String everyServiceSecret() {
    return Arrays.stream(LocalService.values())
        .map(service -> service.id() + "=" + secrets.serviceSecret(service))
        .collect(Collectors.joining(","));
  }

  /// For the process that runs PostgreSQL and the S3 server.
  public Map<String, String> ofInfrastructure() {
    Map<String, String> env = new LinkedHashMap<>(settings.system());
    String databases =
        Arrays.stream(LocalService.values())
            .flatMap(service -> service.database().stream())
            .map(database -> database + "=" + secrets.databasePassword(database))
            .collect(Collectors.joining(","));
    env.put(Infrastructure.POSTGRES_DATA, home.postgresData().toString());
    env.put(Infrastructure.POSTGRES_PORT, Integer.toString(ports.postgres()));
    env.put(Infrastructure.POSTGRES_PASSWORD, secrets.postgresPassword());
    env.put(Infrastructure.POSTGRES_BINARIES, home.app().resolve("postgres").toString());
    env.put(Infrastructure.POSTGRES_LOG, home.log("postgres").toString());
    env.put(Infrastructure.DATABASES, databases);
    env.put(Infrastructure.S3_DATA, home.data().resolve("s3").toString());
    env.put(Infrastructure.S3_PORT, Integer.toString(ports.s3()));
    env.put(Infrastructure.S3_ACCESS_KEY, secrets.s3AccessKey());
    env.put(Infrastructure.S3_SECRET_KEY, secrets.s3SecretKey());
    return env;
  }

  /// For the broker's process.
  public Map<String, String> ofBroker() {
    Map<String, String> env = new LinkedHashMap<>(settings.system());
    env.put(BrokerProcess.DATA, home.data().resolve("kafka").toString());
    env.put(BrokerProcess.PORT, Integer.toString(ports.kafka()));
    env.put(BrokerProcess.CONTROLLER_PORT, Integer.toString(ports.kafkaController()));
    env.put(BrokerProcess.PASSWORD, secrets.brokerPassword());
    env.put(
        BrokerProcess.LOGINS,
        Arrays.stream(LocalService.values())
            .map(service -> service.id() + "=" + secrets.busPassword(service))
            .collect(Collectors.joining(",")));
    return env;
  }
}
