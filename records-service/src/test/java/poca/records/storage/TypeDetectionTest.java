package poca.records.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import poca.platform.web.Refusal;
import poca.recordstest.Samples;

class TypeDetectionTest {

  @Test
  void every_kind_is_told_by_its_beginning() {
    assertThat(typeOf(Samples.pdf(100))).isEqualTo("PDF");
    assertThat(typeOf(Samples.png(100))).isEqualTo("PNG");
    assertThat(typeOf(Samples.noise(100, 0xff, 0xd8, 0xff, 0xe0))).isEqualTo("JPEG");
    assertThat(typeOf(latin("GIF89a\u0001\u0000"))).isEqualTo("GIF");
    assertThat(typeOf(latin("RIFF\u0010\0\0\0WEBPVP8 "))).isEqualTo("WEBP");
    assertThat(typeOf(latin("RIFF\u0010\0\0\0WAVEfmt "))).isEqualTo("WAV");
    assertThat(typeOf(latin("BMF" + "\0".repeat(7) + "6\0\0\0(\0\0\0\1\0\0\0\1\0\0\0\1\0\30\0")))
        .isEqualTo("BMP");
    assertThat(typeOf(Samples.with(new byte[200], 128, latin("DICM")))).isEqualTo("DICOM");
    assertThat(typeOf(latin("OggS\0\u0002"))).isEqualTo("OGG");
    assertThat(typeOf(latin("ID3\u0003\0\0\0\0\0\u0021abc"))).isEqualTo("MP3");
    assertThat(typeOf(Samples.noise(100, 0xff, 0xfb, 0x90, 0x64))).isEqualTo("MP3");
    assertThat(typeOf(latin("\0\0\0\u0018ftypM4A \0\0\0\0isom"))).isEqualTo("M4A");
    assertThat(typeOf(latin("\u001aE\u00df\u00a3\u009fB\u0086\u0081\u0001B\u0082\u0084webm")))
        .isEqualTo("WEBM");
    assertThat(typeOf(Samples.text("Fever since Monday, 38.5 °C"))).isEqualTo("TXT");
    assertThat(typeOf(latin("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"))).isEqualTo("HEIC");
    assertThat(typeOf(latin("\0\0\0\u0018ftypmif1\0\0\0\0mif1heic"))).isEqualTo("HEIC");
  }

  @Test
  void what_is_not_on_the_list_is_not_kept() {
    assertThat(typeOf(latin("MZ\u0090\0\u0003\0\0\0"))).isEqualTo("none");
    assertThat(typeOf(latin("\u007fELF\u0002\u0001"))).isEqualTo("none");
    assertThat(typeOf(Samples.text("<!doctype html><script>alert(1)</script>"))).isEqualTo("none");
    assertThat(typeOf(Samples.text("\ufeff  <svg xmlns='x'/>"))).isEqualTo("none");
    assertThat(typeOf(Samples.text("#!/bin/sh\nrm -rf /"))).isEqualTo("none");
    assertThat(typeOf(Samples.text("{\\rtf1 x}"))).isEqualTo("none");
    assertThat(typeOf(latin("\0\0\0\u0014ftypqt  \0\0\0\0qt  "))).isEqualTo("none");
    assertThat(typeOf(Samples.text("<html><body>x"))).isEqualTo("none");
    assertThat(typeOf(Samples.text("\ufeff\n <SCRIPT>alert(1)</SCRIPT>"))).isEqualTo("none");
    assertThat(typeOf(Samples.text("<img src=x onerror=alert(1)>"))).isEqualTo("none");
    assertThat(typeOf(Samples.text("<?xml version='1.0'?><a/>"))).isEqualTo("none");
    assertThat(typeOf(Samples.text("<?php echo 1;"))).isEqualTo("none");
    assertThat(typeOf(Samples.text("%!PS-Adobe"))).isEqualTo("none");
    assertThat(typeOf("\ufeff<html><script>".getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo("none");
    assertThat(typeOf(Samples.text("bell \u0007"))).isEqualTo("none");
    assertThat(typeOf(latin("\u001aE\u00df\u00a3matroska"))).isEqualTo("none");
  }

  @Test
  void a_text_that_compares_with_less_than_is_a_text() {
    assertThat(typeOf(Samples.text("< 5 mg/l"))).isEqualTo("TXT");
    assertThat(typeOf(Samples.text("BM is bowel movement"))).isEqualTo("TXT");
    assertThat(typeOf(Samples.text("Dear doctor, hello\nThank you, Ann"))).isEqualTo("TXT");
    assertThat(typeOf(Samples.text("<LLN 3, was 5"))).isEqualTo("TXT");
    for (var prose :
        List.of(
            "MZ twins", "ID3 tag of mine", "P1 x", "From: Dr A\nSubject: blood", "Path: lungs")) {
      assertThat(typeOf(Samples.text(prose))).as(prose).isEqualTo("TXT");
    }
  }

  @Test
  void a_table_is_a_text_that_is_called_one() {
    var prose = Samples.text("Dear doctor, hello\nShe slept, at last\nThank you, Ann\n");

    assertThat(typeOf(prose)).isEqualTo("TXT");
    assertThat(typeOf(Samples.text("a;b\n1;2\n"))).isEqualTo("TXT");
    assertThat(TypeDetection.typeOf(Samples.text("a,b\n1,2\n"), "X.CSV")).contains(ContentType.CSV);
    assertThat(TypeDetection.typeOf(Samples.pdf(100), "X.CSV")).contains(ContentType.PDF);
  }

  @Test
  void a_document_may_begin_with_something_else() {
    for (var before : List.of("\n", "\r\n", "\u00ef\u00bb\u00bf", "\u0000\u0001 junk\n")) {
      assertThat(typeOf(concat(latin(before), Samples.pdf(2_000)))).isEqualTo("PDF");
    }
  }

  @Test
  void a_text_may_be_utf_16() throws IOException {
    var little = "\ufeffRR 120/80 \ud83d\ude00\n".repeat(9_000).getBytes(StandardCharsets.UTF_16LE);
    var big = "RR 120/80".getBytes(StandardCharsets.UTF_16);

    assertThat(arrived(little, 1 << 20)).isEqualTo(ContentType.TXT);
    assertThat(arrived(big, 1 << 20)).isEqualTo(ContentType.TXT);
    refused(concat(little, "\u0001".getBytes(StandardCharsets.UTF_16LE)), 1 << 20, 415);
    refused("RR\u0000".getBytes(StandardCharsets.UTF_16), 1 << 20, 415);
  }

  @Test
  void a_recording_of_a_telephone_is_one_and_its_film_is_not() throws IOException {
    var brand = latin("\0\0\0\u0018ftypmp42\0\0\0\0isommp42");
    var sound = latin("hdlr\0\0\0\0\0\0\0\0soun");
    var film = latin("hdlr\0\0\0\0\0\0\0\0vide");

    assertThat(arrived(concat(brand, Samples.noise(90_000), sound), 1 << 20))
        .isEqualTo(ContentType.M4A);
    refused(concat(brand, Samples.noise(90_000), sound, film), 1 << 20, 415);
    assertThat(typeOf(latin("\0\0\0\u0018ftypisom\0\0\0\0isommp42"))).isEqualTo("M4A");
  }

  @Test
  void a_refusal_names_what_is_allowed() {
    assertThatThrownBy(() -> arrived(latin("\u007fELF\u0002\u0001"), 100))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.details().toString())
                    .contains("application/pdf", "image/heic", "text/plain"));
  }

  @Test
  void word_documents_are_told_by_what_is_in_them() throws IOException {
    var zip = latin("PK\u0003\u0004" + "\0".repeat(26) + "[Content_Types].xml...");
    assertThat(arrived(concat(zip, new byte[90_000], latin("word/document.xml")), 1 << 20))
        .isEqualTo(ContentType.DOCX);
    var otherwise = latin("PK\u0003\u0004" + "\0".repeat(26) + "customXml/item1.xml...");
    assertThat(
            arrived(
                concat(otherwise, latin("word/document.xml"), latin("[Content_Types].xml")),
                1 << 20))
        .isEqualTo(ContentType.DOCX);
    refused(concat(zip, latin("xl/workbook.xml")), 1 << 20, 415);
    refused(latin("PK\u0003\u0004" + "\0".repeat(26) + "evil/run.class"), 1 << 20, 415);

    var ole = latin("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");
    var stream = "WordDocument".getBytes(StandardCharsets.UTF_16LE);
    assertThat(arrived(concat(ole, new byte[70_001], stream), 1 << 20)).isEqualTo(ContentType.DOC);
    refused(concat(ole, new byte[70_001]), 1 << 20, 415);
  }

  @Test
  void a_text_that_turns_binary_behind_its_beginning_is_refused() {
    refused(concat(Samples.text("x".repeat(100_000)), new byte[] {0, 1, 2}), 1 << 20, 415);
  }

  @Test
  void a_file_is_counted_to_the_byte_and_hashed() throws IOException {
    assertThat(arrived(Samples.pdf(100_000), 100_000)).isEqualTo(ContentType.PDF);
    refused(Samples.pdf(100_001), 100_000, 413);
    refused(new byte[0], 100_000, 422);
    var copy = new ByteArrayOutputStream();
    var arrived =
        new IncomingFile(new ByteArrayInputStream(Samples.text("abc")), "a", 10).into(copy);
    assertThat(arrived.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(arrived.size()).isEqualTo(3);
    assertThat(copy.toByteArray()).isEqualTo(Samples.text("abc"));
  }

  @Test
  void a_marker_is_found_wherever_the_pieces_break() {
    for (var cut = 0; cut <= 7; cut++) {
      var marker = new IncomingFile.Marker(latin("aab"));
      var bytes = latin("xaaaabx");
      marker.look(bytes, 0, cut);
      marker.look(bytes, cut, bytes.length - cut);
      assertThat(marker.seen()).as("cut at " + cut).isTrue();
    }
  }

  private static String typeOf(byte[] head) {
    return TypeDetection.typeOf(head, "x.png").map(Enum::name).orElse("none");
  }

  private static ContentType arrived(byte[] file, long limit) throws IOException {
    return new IncomingFile(new ByteArrayInputStream(file), "x", limit)
        .into(OutputStream.nullOutputStream())
        .type();
  }

  private static void refused(byte[] file, long limit, int status) {
    assertThatThrownBy(() -> arrived(file, limit))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] concat(byte[]... parts) {
    var whole = new ByteArrayOutputStream();
    for (var part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }
}
