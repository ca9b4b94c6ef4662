package poca.records.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import poca.records.scan.VirusScanner.Verdict;
import poca.recordstest.Clamd;
import poca.recordstest.Samples;

/// The same with a real clamd, which `.ci/scanner` starts: it has one signature, takes 4 MB at
/// most, and is named by `it.clamd`. By hand: `./poca prove scanner host:port`.
class RealClamd {

  private final VirusScanner scanner =
      new VirusScanner(System.getProperty("it.clamd", ""), Duration.ofSeconds(20));

  private Verdict scan(byte[] file) {
    return scanner.scan(() -> new ByteArrayInputStream(file));
  }

  @Test
  void it_finds_what_it_knows_and_nothing_else() {
    assertThat(scan(Samples.text("a note\n"))).isEqualTo(new Verdict.Clean());
    assertThat(scan(Samples.noise(3_000_000))).isEqualTo(new Verdict.Clean());
    assertThat(scan(Samples.text("a note, and " + Clamd.VIRUS)))
        .isEqualTo(new Verdict.Found("Poca.Test.UNOFFICIAL"));
    var deep = Samples.with(Samples.pdf(2_000_000), 1_500_000, Samples.text(Clamd.VIRUS));
    assertThat(scan(deep)).isEqualTo(new Verdict.Found("Poca.Test.UNOFFICIAL"));
  }

  @Test
  void what_is_too_large_for_it_was_not_scanned() {
    assertThat(scan(Samples.noise(9_000_000))).isEqualTo(new Verdict.Unknown());
  }
}
