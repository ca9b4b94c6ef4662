package poca.records.photo.maker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poca.recordstest.Pictures;

class PhotoMakerTest {

  @TempDir Path folder;

  private record Made(String type, byte[] bytes) {
    BufferedImage picture() {
      return Pictures.read(bytes);
    }
  }

  private Made make(String kind, byte[] picture) throws IOException {
    var from = Files.write(folder.resolve("from"), picture);
    var to = folder.resolve("to");
    var type = PhotoMaker.make(kind, from.toFile(), to.toFile());
    return new Made(type, Files.readAllBytes(to));
  }

  /// Where the red half is once the picture stands upright.
  @ParameterizedTest
  @CsvSource({
    "1, left",
    "2, right",
    "3, right",
    "4, left",
    "5, top",
    "6, top",
    "7, bottom",
    "8, bottom"
  })
  void a_picture_stands_upright_however_the_telephone_was_held(int orientation, String red)
      throws IOException {
    var made = make("jpeg", Pictures.fromTelephone(80, 40, orientation)).picture();

    assertThat(made.getWidth()).isEqualTo(orientation < 5 ? 80 : 40);
    assertThat(made.getHeight()).isEqualTo(orientation < 5 ? 40 : 80);
    assertThat(halfOf(made)).isEqualTo(red);
  }

  private static String halfOf(BufferedImage made) {
    var right = made.getWidth() - 8;
    var low = made.getHeight() - 8;
    if (isRed(made, 8, 8)) {
      return isRed(made, right, 8) ? "top" : "left";
    }
    return isRed(made, 8, low) ? "bottom" : "right";
  }

  private static boolean isRed(BufferedImage made, int x, int y) {
    var colour = made.getRGB(x, y);
    return (colour >> 16 & 0xff) > 128 && (colour & 0xff) < 128;
  }

  @Test
  void what_the_picture_says_beside_its_pixels_is_gone() throws IOException {
    var original = Pictures.fromTelephone(80, 40, 1);
    assertThat(text(original)).contains("Exif", Pictures.PLACE);

    var made = make("jpeg", original);

    assertThat(made.type()).isEqualTo("jpeg");
    assertThat(text(made.bytes())).doesNotContain("Exif", Pictures.PLACE);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void a_large_picture_becomes_as_small_as_a_face_needs() throws IOException {
    var made = make("jpeg", Pictures.of("jpeg", 5000, 2500)).picture();

    assertThat(made.getWidth()).isEqualTo(PhotoMaker.LONGEST_SIDE);
    assertThat(made.getHeight()).isBetween(511, 513);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
  void a_picture_of_each_kind_is_made_anew(String kind) throws IOException {
    assertThat(make(kind, Pictures.of(kind, 30, 20)).picture().getWidth()).isEqualTo(30);
  }

  @Test
  void so_is_one_that_the_jdk_does_not_read() throws IOException {
    assertThat(make("webp", Pictures.WEBP).picture().getWidth()).isEqualTo(1);
  }

  @Test
  void what_can_be_seen_through_stays_so() throws IOException {
    var made = make("png", Pictures.transparentPng(30, 20));

    assertThat(made.type()).isEqualTo("png");
    assertThat(made.picture().getRGB(25, 10) >>> 24).isEqualTo(20);
  }

  @Test
  void a_small_file_that_says_it_is_a_huge_picture_is_none() {
    assertThatThrownBy(() -> make("png", Pictures.bomb(60_000, 60_000)))
        .hasMessage("too many pixels");
  }

  @Test
  void a_file_is_read_as_what_it_was_found_to_be() {
    assertThatThrownBy(() -> make("jpeg", Pictures.of("bmp", 10, 10)))
        .isInstanceOf(IOException.class);
  }
}
