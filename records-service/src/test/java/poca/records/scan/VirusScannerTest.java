package poca.records.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import poca.records.scan.VirusScanner.Verdict;
import poca.recordstest.Clamd;
import poca.recordstest.Clamd.Mood;
import poca.recordstest.Samples;

class VirusScannerTest {

  private final Clamd clamd = new Clamd();
  private final VirusScanner scanner = new VirusScanner(clamd.address(), Duration.ofSeconds(2));

  @AfterEach
  void end() {
    clamd.close();
  }

  private Verdict scan(byte[] file) {
    return scanner.scan(() -> new ByteArrayInputStream(file));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 65_535, 65_536, 65_537, 3_000_000})
  void the_scanner_gets_the_file_byte_for_byte(int size) {
    var file = Samples.noise(size);

    assertThat(scan(file)).isEqualTo(new Verdict.Clean());
    assertThat(clamd.seen()).isEqualTo(file);
  }

  @Test
  void what_is_found_is_told_by_its_name() {
    assertThat(scan(Samples.text("x" + Clamd.VIRUS)))
        .isEqualTo(new Verdict.Found("Eicar-Signature"));
  }

  @ParameterizedTest
  @EnumSource(names = {"AWAY", "ASLEEP", "OVERFED"})
  void a_scanner_that_does_not_look_has_said_nothing(Mood mood) {
    clamd.is(mood);

    assertThat(scan(Samples.noise(9_000_000))).isEqualTo(new Verdict.Unknown());
  }

  @Test
  void nor_has_one_that_is_not_there() {
    clamd.close();

    assertThat(scan(Samples.noise(10))).isEqualTo(new Verdict.Unknown());
  }

  @Test
  void a_file_that_cannot_be_read_is_not_clean() {
    assertThat(
            scanner.scan(() -> {
              throw new IOException("cut off");
            }))
        .isEqualTo(new Verdict.Unknown());
  }

  @Test
  void without_a_scanner_all_is_clean() {
    var none = new VirusScanner(" ", Duration.ofSeconds(1));

    assertThat(none.scan(() -> new ByteArrayInputStream(Samples.text(Clamd.VIRUS))))
        .isEqualTo(new Verdict.Clean());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"clamd", "clamd:", ":3310", "clamd:99999", "clamd:x", "http://clamd:3310"})
  void an_address_that_is_none_is_refused(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VirusScanner(address, Duration.ofSeconds(1)))
        .withMessageContaining("CLAMD_ADDRESS");
  }
}
