package poca.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthenticatorAppTest {

  @TempDir private Path folder;

  @Test
  void what_an_account_was_given_is_there_in_the_next_run_and_for_nobody_else() throws IOException {
    var file = folder.resolve("second-factors.env");

    assertThat(new AuthenticatorApp(file).secret("a@poca.example")).isEmpty();
    new AuthenticatorApp(file).keep("a@poca.example", "AAAA");
    new AuthenticatorApp(file).keep("b@poca.example", "BBBB");
    new AuthenticatorApp(file).keep("a@poca.example", "CCCC");

    assertThat(new AuthenticatorApp(file).secret("a@poca.example")).contains("CCCC");
    assertThat(new AuthenticatorApp(file).secret("b@poca.example")).contains("BBBB");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  /// RFC 6238, appendix B.
  @Test
  void its_codes_are_those_of_the_rfc() {
    assertThat(AuthenticatorApp.code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Instant.ofEpochSecond(59)))
        .isEqualTo("287082");
  }
}
