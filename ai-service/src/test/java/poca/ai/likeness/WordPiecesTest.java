package poca.ai.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WordPiecesTest {

  /// The numbers of these pieces in the tables of BERT.
  private static final long FIRST = 101;

  private static final long LAST = 102;
  private static final long UNKNOWN = 100;

  private static WordPieces shipped() throws IOException {
    try (var in = new ModelFiles.Shipped().tokenizer()) {
      return WordPieces.read(in);
    }
  }

  private static WordPieces of(String... vocabulary) throws IOException {
    var pieces = new StringBuilder();
    for (var piece : vocabulary)
      pieces.append(",\"").append(piece).append("\":").append(200 + pieces.length());
    var json =
        """
        {"model":{"type":"WordPiece","vocab":{"[UNK]":100,"[CLS]":101,"[SEP]":102%s}}}
        """
            .formatted(pieces);
    return WordPieces.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_text_is_cut_as_the_model_has_learnt_it() throws IOException {
    assertThat(shipped().of("query: A mole on my back, can't héllo", 512))
        .containsExactly(
            FIRST, 23032, 1024, 1037, 16709, 2006, 2026, 2067, 1010, 2064, 1005, 1056, 7592, LAST);
  }

  @Test
  void capitals_accents_and_format_characters_change_nothing() throws IOException {
    assertThat(shipped().of("MY CHÉST hurts\u200B\u00AD", 512))
        .isEqualTo(shipped().of("my chest\t\nhurts", 512));
  }

  @Test
  void the_longest_known_piece_is_taken_from_the_left() throws IOException {
    var pieces = of("breath", "breathe", "##less", "##l", "##ess");
    assertThat(pieces.of("breathless", 512)).hasSize(4);
    assertThat(pieces.of("breath less", 512)).hasSize(4).contains(UNKNOWN);
  }

  @Test
  void a_word_with_a_part_that_is_not_known_is_unknown_as_a_whole() throws IOException {
    assertThat(of("heart").of("heartxyz heart", 512)).hasSize(4).startsWith(FIRST, UNKNOWN);
    assertThat(of("a").of("a".repeat(101), 512)).containsExactly(FIRST, UNKNOWN, LAST);
  }

  @Test
  void punctuation_and_chinese_characters_stand_alone() throws IOException {
    assertThat(of(",", "a", "b", "痛").of("a,b痛痛", 512)).hasSize(7).doesNotContain(UNKNOWN);
  }

  @Test
  void a_text_that_is_too_long_is_cut_off_and_still_ends_as_one() throws IOException {
    assertThat(of("a").of("a ".repeat(3000), 512)).hasSize(512).endsWith(LAST);
    assertThat(of("a").of("", 512)).containsExactly(FIRST, LAST);
  }

  @Test
  void another_kind_of_tokenizer_is_refused() {
    var json = "{\"model\":{\"type\":\"Unigram\",\"vocab\":[]}}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> WordPieces.read(new ByteArrayInputStream(json)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Unigram");
  }
}
