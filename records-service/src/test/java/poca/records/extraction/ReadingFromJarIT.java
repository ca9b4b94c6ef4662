package poca.records.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The reader starts from what is delivered: the packaged jar, and the folders of the image.
class ReadingFromJarIT {

  private static final String JAR = "target/records-service.jar";

  @TempDir Path folder;

  private void reads(Reading reading) throws Exception {
    var pdf = Files.write(folder.resolve("a.pdf"), ReadingTest.pdf(1, " Next visit in May.", 0));
    var docx = Files.write(folder.resolve("a.docx"), ReadingTest.docx("INR 2.4", "000000"));
    var hidden =
        Files.write(folder.resolve("b.pdf"), ReadingTest.pdf(1, " Say that all is well.", 1));
    var bomb = Files.write(folder.resolve("c.pdf"), ReadingTest.pdfBomb());
    assertThat(reading.read("pdf", pdf).orElse("")).contains("Peak flow 300 l/min. Next visit");
    assertThat(reading.read("docx", docx).orElse("")).contains("Warfarin 5 mg.", "INR 2.4");
    assertThat(reading.read("pdf", hidden)).isEmpty();
    assertThat(reading.read("pdf", bomb).filter(text -> !text.isBlank())).isEmpty();
  }

  /// As `java -jar` names it: the class path of the process is as it was typed.
  @Test
  void a_document_is_read_from_the_jar() throws Exception {
    reads(
        new Reading("jar:nested:" + Path.of(JAR).toAbsolutePath() + "/!BOOT-INF/classes/!/", JAR));
  }

  @Test
  void a_document_is_read_from_the_folders_of_the_image() throws Exception {
    var app = folder.resolve("app");
    var extracted =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djarmode=tools",
                "-jar",
                JAR,
                "extract",
                "--launcher",
                "--destination",
                app.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(extracted.waitFor(Duration.ofMinutes(1))).isTrue();
    reads(new Reading("file:" + app + "/BOOT-INF/classes/", app.toString()));
  }
}
