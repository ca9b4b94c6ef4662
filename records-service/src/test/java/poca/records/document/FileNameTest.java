package poca.records.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {

  @Test
  void a_name_keeps_its_letters_and_loses_its_path() {
    assertThat(FileName.clean("C:\\Users\\me\\Röntgen 1.png")).isEqualTo("Röntgen 1.png");
    assertThat(FileName.clean("../../etc/passwd")).isEqualTo("passwd");
  }

  @Test
  void what_is_not_seen_is_not_kept() {
    assertThat(FileName.clean("a\0b\r\n\u202Egnp.exe")).isEqualTo("abgnp.exe");
  }

  @Test
  void a_name_is_never_empty_and_never_long() {
    assertThat(FileName.clean(null)).isEqualTo("file");
    assertThat(FileName.clean("..")).isEqualTo("file");
    assertThat(FileName.clean("a/")).isEqualTo("file");
    assertThat(FileName.clean("\u2800\u200b")).isEqualTo("file");
    assertThat(FileName.clean("😀".repeat(300))).isEqualTo("😀".repeat(255));
  }
}
