package poca.stack.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path folder;

  @Test
  void secrets_are_made_once_and_only_their_owner_can_read_them() throws Exception {
    Home home = new Home(folder.resolve("home"));
    home.create();

    Secrets made = Secrets.of(home, new SecureRandom());
    Secrets read = Secrets.of(home, new SecureRandom());

    assertThat(read.adminEmail()).isEqualTo("admin@poca.example");
    assertThat(read.adminPassword()).hasSize(16).isEqualTo(made.adminPassword());
    assertThat(read.serviceSecret(LocalService.CHAT_SERVICE))
        .isEqualTo(made.serviceSecret(LocalService.CHAT_SERVICE))
        .isNotEqualTo(made.serviceSecret(LocalService.AI_SERVICE));
    assertThat(Base64.getDecoder().decode(made.keySecret())).hasSize(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.secrets())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.root())))
        .isEqualTo("rwx------");
  }

  @Test
  void what_is_missing_is_added_and_what_is_there_stays() throws Exception {
    Home home = new Home(folder);
    Files.writeString(home.secrets(), "POCA_ADMIN_PASSWORD=mine\n");

    assertThat(Secrets.of(home, new SecureRandom()).adminPassword()).isEqualTo("mine");
    assertThat(Files.readString(home.secrets()))
        .contains("POCA_ADMIN_PASSWORD=mine", "S3_SECRET_KEY=", "DB_PASSWORD_CHAT=");
  }

  @Test
  void data_without_its_secrets_is_not_given_new_ones() throws Exception {
    Home home = new Home(folder);
    Files.createDirectories(home.postgresData());

    assertThatThrownBy(() -> Secrets.of(home, new SecureRandom()))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("./poca reset");
    assertThat(home.secrets()).doesNotExist();
  }
}
