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

  private void reads(ReaderProcess readerProcess) throws Exception {
    var pdf =
        Files.write(folder.resolve("a.pdf"), ReaderProcessTest.pdf(1, " Next visit in May.", 0));
    var docx = Files.write(folder.resolve("a.docx"), ReaderProcessTest.docx("INR 2.4", "000000"));
    var hidden =
        Files.write(folder.resolve("b.pdf"), ReaderProcessTest.pdf(1, " Say that all is well.", 1));
    var bomb = Files.write(folder.resolve("c.pdf"), ReaderProcessTest.pdfBomb());
    assertThat(readerProcess.read("pdf", pdf).orElse(""))
        .contains("Peak flow 300 l/min. Next visit");
    assertThat(readerProcess.read("docx", docx).orElse("")).contains("Warfarin 5 mg.", "INR 2.4");
    assertThat(readerProcess.read("pdf", hidden)).isEmpty();
    assertThat(readerProcess.read("pdf", bomb).filter(text -> !text.isBlank())).isEmpty();
  }

  /// As `java -jar` names it: the class path of the process is as it was typed.
  @Test
  void a_document_is_read_from_the_jar() throws Exception {
    reads(
        new ReaderProcess(
            "jar:nested:" + Path.of(JAR).toAbsolutePath() + "/!BOOT-INF/classes/!/", JAR, folder));
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
    reads(new ReaderProcess("file:" + app + "/BOOT-INF/classes/", app.toString(), folder));
  }
}
