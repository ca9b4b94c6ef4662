package poca.records.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import poca.records.download.ByteRange.OutOfFile;
import poca.records.download.ByteRange.Part;
import poca.records.download.ByteRange.Whole;

class ByteRangeTest {

  @Test
  void one_range_is_understood_in_its_three_forms() {
    assertThat(ByteRange.of("bytes=0-0", 10)).isEqualTo(new Part(0, 0));
    assertThat(ByteRange.of("bytes=2-5", 10)).isEqualTo(new Part(2, 5));
    assertThat(ByteRange.of("bytes=4-", 10)).isEqualTo(new Part(4, 9));
    assertThat(ByteRange.of("bytes=-3", 10)).isEqualTo(new Part(7, 9));
  }

  @Test
  void a_range_is_cut_at_the_end_of_the_file() {
    assertThat(ByteRange.of("bytes=8-99", 10)).isEqualTo(new Part(8, 9));
    assertThat(ByteRange.of("bytes=-99", 10)).isEqualTo(new Part(0, 9));
    assertThat(ByteRange.of("bytes=9-999999999999999999", 10)).isEqualTo(new Part(9, 9));
  }

  @Test
  void what_begins_behind_the_file_cannot_be_satisfied() {
    assertThat(ByteRange.of("bytes=10-", 10)).isEqualTo(new OutOfFile());
    assertThat(ByteRange.of("bytes=-0", 10)).isEqualTo(new OutOfFile());
  }

  @Test
  void anything_else_is_no_range() {
    for (var header :
        new String[] {
          null,
          "",
          "bytes=-",
          "bytes=5-2",
          "items=0-1",
          "bytes=0-1,4-5",
          "bytes=x-y",
          "bytes=99999999999999999999-"
        }) {
      assertThat(ByteRange.of(header, 10)).as("%s", header).isEqualTo(new Whole());
    }
  }
}
