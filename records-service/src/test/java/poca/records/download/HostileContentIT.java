package poca.records.download;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.recordstest.Form;
import poca.recordstest.RealRecords;
import poca.recordstest.Samples;
import poca.recordstest.World;

/// Files that are made to harm whoever opens them: what is kept comes back as it was, as something
/// to save and never to show.
@RealRecords
class HostileContentIT {

  private static final byte[] HTML =
      "<html><script>alert(document.domain)</script></html>".getBytes(UTF_8);

  @Autowired World world;

  @Test
  void what_a_browser_or_a_machine_would_run_is_not_kept() throws IOException {
    var person = world.patient();
    var nested = zip(Map.of("inner.zip", zip(Map.of("a.txt", new byte[1_000_000]))));
    var refused =
        List.of(
            HTML,
            joined("\uFEFF \n".getBytes(UTF_8), HTML),
            joined("GIF89a/*".getBytes(UTF_8), HTML), // letters only
            joined("GIF89a\1\0\1\0".getBytes(UTF_8), HTML), // a browser looks so far, too
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"
                .getBytes(UTF_8),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(UTF_8),
            "#!/bin/sh\nrm -rf /\n".getBytes(UTF_8),
            "MZ\u0090\0\u0003".getBytes(ISO_8859_1),
            new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0},
            nested,
            zip(Map.of("META-INF/MANIFEST.MF", new byte[10], "A.class", new byte[10])));
    for (var content : refused) {
      for (var name : List.of("scan.pdf", "photo.jpg", "notes.txt", "letter.docx")) {
        var answer = world.form(person, "/documents/upload", new Form().file(name, content));
        assertThat(answer.status())
            .as(name + ": " + new String(content, 0, 5, UTF_8))
            .isEqualTo(415);
        assertThat(answer.data().path("details").path("allowed").isArray()).isTrue();
      }
    }
  }

  @Test
  void what_is_one_thing_and_another_comes_back_as_the_harmless_one_to_be_saved()
      throws IOException {
    var person = world.patient();
    var kept = new LinkedHashMap<byte[], String>();
    kept.put(joined("GIF89a".getBytes(UTF_8), new byte[200], HTML), "image/gif");
    kept.put(joined(Samples.png(100), HTML), "image/png");
    kept.put(joined("%PDF-1.7\n".getBytes(UTF_8), new byte[200], HTML), "application/pdf");
    kept.put(joined("GIF89a".getBytes(UTF_8), zip(Map.of("A.class", new byte[100]))), "image/gif");
    kept.put(
        bombInALetter(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    kept.put(pngOf(60_000, 60_000), "image/png");
    for (var each : kept.entrySet()) {
      var document = world.upload(person, "a.html", each.getKey());
      var answer = world.download(person, "/documents/" + document + "/download");
      assertThat(answer.body()).isEqualTo(each.getKey());
      var headers = answer.headers();
      assertThat(headers.firstValue("Content-Type")).contains(each.getValue());
      assertThat(headers.firstValue("Content-Disposition").orElseThrow()).startsWith("attachment;");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Content-Security-Policy")).contains("sandbox");
      assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void a_name_says_nothing_but_a_name() {
    var person = world.patient();
    var names =
        Map.of(
            "../../../etc/passwd", "passwd",
            "C:\\windows\\system32\\a.exe", "a.exe",
            "gpj.\u202Eexe", "gpj.exe",
            "a;b,c%41.txt", "a;b,c%41.txt",
            "...", "...");
    for (var name : names.entrySet()) {
      var answer =
          world.form(
              person, "/documents/upload", new Form().file(name.getKey(), Samples.text("words")));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.data().path("file_name").asString()).isEqualTo(name.getValue());
      var disposition = disposition(UUID.fromString(answer.data().path("id").asString()));
      assertThat(disposition).doesNotContain("/", "\\", "\r", "\n").doesNotContain("\u202E");
      assertThat(disposition.chars().filter(c -> c == '"').count()).isEqualTo(2);
      assertThat(disposition.substring(disposition.indexOf('"')))
          .matches("\"[^\";,%]+\"; filename\\*=UTF-8''[A-Za-z0-9%!#$&+.^_`|~-]+");
    }
  }

  private String disposition(UUID document) {
    return world
        .bytes(world.admin(), "HEAD", "/documents/" + document + "/download")
        .headers()
        .firstValue("Content-Disposition")
        .orElseThrow();
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return out.toByteArray();
  }

  /// A Word document that unpacks to 200 MB.
  private static byte[] bombInALetter() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types/>".getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      var blanks = new byte[1_000_000];
      for (var i = 0; i < 200; i++) {
        zip.write(blanks);
      }
    }
    return out.toByteArray();
  }

  /// As large as it says only for whoever unpacks it.
  private static byte[] pngOf(int width, int height) {
    var header = ByteBuffer.allocate(17);
    header.put("IHDR".getBytes(UTF_8)).putInt(width).putInt(height);
    header.put(new byte[] {8, 2, 0, 0, 0});
    var crc = new CRC32();
    crc.update(header.array());
    return joined(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13},
        header.array(),
        ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
