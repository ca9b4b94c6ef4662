package poca.stack.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentsTest {

  @TempDir Path folder;

  @Test
  void a_service_finds_its_own_database_and_everybodys_address() {
    Map<String, String> chat = environments(Map.of()).of(LocalService.CHAT_SERVICE);

    assertThat(chat)
        .containsEntry("SERVER_PORT", "9004")
        .containsEntry("SERVER_ADDRESS", "127.0.0.1")
        .containsEntry("POCA_DB_URL", "jdbc:postgresql://127.0.0.1:9040/chat")
        .containsEntry("POCA_DB_USER", "chat")
        .containsEntry("POCA_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9041")
        .containsEntry("POCA_KAFKA_REPLICATION", "1")
        .containsEntry("POCA_AUTH_URL", "http://127.0.0.1:9001")
        .containsEntry("POCA_RECORDS_URL", "http://127.0.0.1:9006")
        .containsEntry("PUBLIC_BASE_URL", "http://localhost:9000")
        .containsKeys("POCA_DB_PASSWORD", "POCA_SERVICE_SECRET");
  }

  @Test
  void a_service_has_a_login_of_its_own_at_the_bus_and_the_broker_knows_it() {
    Environments environments = environments(Map.of());
    Map<String, String> chat = environments.of(LocalService.CHAT_SERVICE);
    Map<String, String> broker = environments.ofBroker();

    assertThat(chat)
        .containsEntry("POCA_KAFKA_SECURITY", "SASL_PLAINTEXT")
        .doesNotContainKeys("POCA_KAFKA_LOGINS", "POCA_KAFKA_BROKER_PASSWORD");
    List<String> logins = List.of(String.valueOf(broker.get("POCA_KAFKA_LOGINS")).split(","));
    for (LocalService service : LocalService.values()) {
      assertThat(logins)
          .contains(service.id() + "=" + environments.of(service).get("POCA_KAFKA_PASSWORD"));
    }
    assertThat(chat.get("POCA_KAFKA_PASSWORD"))
        .hasSize(40)
        .isNotEqualTo(environments.of(LocalService.GATEWAY).get("POCA_KAFKA_PASSWORD"))
        .isNotEqualTo(broker.get("POCA_KAFKA_BROKER_PASSWORD"));
  }

  @Test
  void the_gateway_says_on_a_port_of_its_own_whether_it_is_ready() {
    Environments environments = environments(Map.of());

    assertThat(environments.of(LocalService.GATEWAY))
        .containsEntry("SERVER_PORT", "9000")
        .containsEntry("MANAGEMENT_PORT", "9009");
    assertThat(environments.of(LocalService.CHAT_SERVICE)).doesNotContainKey("MANAGEMENT_PORT");
    assertThat(environments.ports().readiness(LocalService.GATEWAY)).hasPort(9009);
    assertThat(environments.ports().readiness(LocalService.CHAT_SERVICE)).hasPort(9004);
  }

  @Test
  void a_service_finds_no_secret_of_another_one() {
    Environments environments =
        environments(Map.of("OPENAI_API_KEY", "sk-1", "POCA_ADMIN_PASSWORD", "chosen"));
    Map<String, String> gateway = environments.of(LocalService.GATEWAY);
    Map<String, String> chat = environments.of(LocalService.CHAT_SERVICE);
    Map<String, String> auth = environments.of(LocalService.AUTH_SERVICE);

    assertThat(gateway).doesNotContainKeys("POCA_DB_URL", "POCA_DB_PASSWORD");
    for (Map<String, String> env : java.util.List.of(gateway, chat)) {
      assertThat(env)
          .doesNotContainKeys(
              "POCA_SERVICE_SECRETS",
              "POCA_KEY_SECRET",
              "POCA_ADMIN_PASSWORD",
              "POCA_S3_SECRET_KEY",
              "DOCUMENT_KEYS",
              "OPENAI_API_KEY");
    }
    assertThat(auth).containsEntry("POCA_ADMIN_PASSWORD", "chosen").containsKey("POCA_KEY_SECRET");
    assertThat(auth.get("POCA_SERVICE_SECRETS"))
        .contains("chat-service=" + chat.get("POCA_SERVICE_SECRET"));
    assertThat(environments.of(LocalService.AI_SERVICE)).containsEntry("OPENAI_API_KEY", "sk-1");
    assertThat(environments.of(LocalService.RECORDS_SERVICE))
        .containsEntry("POCA_S3_ENDPOINT", "http://127.0.0.1:9043")
        .containsEntry("POCA_S3_BUCKET", "poca-documents");
  }

  @Test
  void what_is_set_for_accounts_and_proxies_reaches_who_reads_it() {
    Environments environments =
        environments(
            Map.of(
                "MFA_REQUIRED_ROLES", "admin,doctor",
                "PUBLIC_APP_URL", "https://app.example",
                "TRUSTED_PROXIES", "10.0.0.0/8"));

    assertThat(environments.of(LocalService.AUTH_SERVICE))
        .containsEntry("MFA_REQUIRED_ROLES", "admin,doctor")
        .containsEntry("PUBLIC_APP_URL", "https://app.example");
    assertThat(environments.of(LocalService.GATEWAY))
        .containsEntry("TRUSTED_PROXIES", "10.0.0.0/8");
  }

  @Test
  void whoever_tries_the_house_on_one_machine_signs_up_as_often_as_they_like() {
    assertThat(environments(Map.of()).of(LocalService.AUTH_SERVICE))
        .containsEntry("SIGNUPS_PER_HOUR", "0");
    assertThat(environments(Map.of("SIGNUPS_PER_HOUR", "5")).of(LocalService.AUTH_SERVICE))
        .containsEntry("SIGNUPS_PER_HOUR", "5");
  }

  @Test
  void the_environment_wins_over_the_file_and_strays_stay_outside() throws Exception {
    Files.writeString(folder.resolve(".env"), "AI_PROVIDER=gemini\nCLINIC_TIMEZONE=Asia/Kolkata\n");
    Map<String, String> ai =
        environments(
                Map.of("AI_PROVIDER", "openai", "SERVER_PORT", "1", "SPRING_PROFILES_ACTIVE", "x"))
            .of(LocalService.AI_SERVICE);

    assertThat(ai)
        .containsEntry("AI_PROVIDER", "openai")
        .containsEntry("CLINIC_TIMEZONE", "Asia/Kolkata")
        .containsEntry("SERVER_PORT", "9005")
        .doesNotContainKey("SPRING_PROFILES_ACTIVE");
  }

  @Test
  void no_two_parts_share_a_port() {
    Ports ports = new Ports(9000);
    assertThat(new HashSet<>(ports.all().keySet())).hasSize(LocalService.values().length + 5);
    assertThat(ports.all()).containsEntry(9000, "gateway").containsEntry(9043, "the S3 server");
    assertThatThrownBy(() -> new Ports(80))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("1024");
  }

  private Environments environments(Map<String, String> environment) {
    return new Environments(
        new Home(folder),
        new Ports(9000),
        Secrets.of(new Home(folder), new SecureRandom()),
        Settings.of(environment, folder));
  }
}
