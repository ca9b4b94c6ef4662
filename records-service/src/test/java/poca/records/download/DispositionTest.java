package poca.records.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DispositionTest {

  @Test
  void a_plain_name_stays_as_it_is() {
    assertThat(Disposition.attachment("report-1.pdf"))
        .isEqualTo("attachment; filename=\"report-1.pdf\"; filename*=UTF-8''report-1.pdf");
  }

  @Test
  void any_name_goes_out_whole_and_in_ascii() {
    assertThat(Disposition.attachment("Röntgen 胸部 😀.png"))
        .isEqualTo(
            "attachment; filename=\"R_ntgen __ _.png\";"
                + " filename*=UTF-8''R%C3%B6ntgen%20%E8%83%B8%E9%83%A8%20%F0%9F%98%80.png");
  }

  @Test
  void nothing_in_a_name_ends_the_header_or_leaves_the_folder() {
    assertThat(Disposition.attachment("a\"b\\c/d\r\nX: y;%41.pdf"))
        .isEqualTo(
            "attachment; filename=\"abcdX: y__41.pdf\"; filename*=UTF-8''abcdX%3A%20y%3B%2541.pdf");
    assertThat(Disposition.attachment("\"\r\n"))
        .isEqualTo("attachment; filename=\"file\"; filename*=UTF-8''file");
  }
}
