package poca.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameAssemblerTest {

  @Test
  void pieces_become_one_frame_and_the_next_begins_anew() {
    var frame = new FrameAssembler();
    assertThat(frame.add("{\"content\":")).isTrue();
    assertThat(frame.add("\"a\"}")).isTrue();
    assertThat(frame.complete()).isEqualTo("{\"content\":\"a\"}");
    assertThat(frame.add("b")).isTrue();
    assertThat(frame.complete()).isEqualTo("b");
  }

  @Test
  void a_frame_is_measured_in_bytes() {
    var frame = new FrameAssembler();
    assertThat(frame.add("x".repeat(FrameAssembler.LARGEST))).isTrue();
    assertThat(frame.add("x")).isFalse();

    var wide = new FrameAssembler();
    assertThat(wide.add("€".repeat(FrameAssembler.LARGEST / 3))).isTrue();
    assertThat(wide.add("€")).isFalse();

    var pairs = new FrameAssembler();
    assertThat(pairs.add("😀".repeat(FrameAssembler.LARGEST / 4))).isTrue();
    assertThat(pairs.add("😀")).isFalse();

    var binary = new FrameAssembler();
    assertThat(binary.add(FrameAssembler.LARGEST)).isTrue();
    assertThat(binary.add(1)).isFalse();
  }
}
