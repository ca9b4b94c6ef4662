package poca.ai.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PiecesTest {

  @Test
  void pieces_are_sentences_and_together_the_text() {
    var text = "Seek care now: call 112. Do not wait.\n\nHow long? It is 38.5 °C";
    var pieces = Pieces.of(text, 0);
    assertThat(pieces.stream().map(Pieces.Piece::text))
        .containsExactly(
            "Seek care now: call 112. ", "Do not wait.\n\n", "How long? ", "It is 38.5 °C");
    assertThat(pieces.stream().map(Pieces.Piece::text).collect(Collectors.joining()))
        .isEqualTo(text);
  }

  @Test
  void the_pieces_of_the_longest_summary_fit_into_a_sockets_queue() {
    var pieces = Pieces.of("a.\n".repeat(6_666), 0);
    assertThat(pieces).hasSizeLessThan(AiSocket.OUTGOING_BUFFER / 2);
    assertThat(pieces.stream().map(Pieces.Piece::text).collect(Collectors.joining()))
        .isEqualTo("a.\n".repeat(6_666));
  }

  @Test
  void an_offset_within_a_surrogate_pair_begins_before_it() {
    assertThat(Pieces.of("a😰b", 2)).isEqualTo(List.of(new Pieces.Piece(1, "😰b")));
    assertThat(Pieces.of("abc", 3)).isEmpty();
  }
}
