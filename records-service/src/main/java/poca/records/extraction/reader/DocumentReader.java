package poca.records.extraction.reader;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Reads one document and writes the beginning of its text to its standard output. Whatever goes
/// wrong ends the process; its parent ends it when it takes too long.
public final class DocumentReader {

  /// More than is wanted, less than anything could fill.
  static final int LONGEST = 4000;

  private DocumentReader() {}

  /// @param arguments the kind of document (`pdf`, `doc`, `docx`) and its file
  static void main(String[] arguments) throws IOException {
    // The libraries say a lot about documents, and nothing of what a document holds is logged.
    var out = System.out;
    System.setOut(new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    var text = text(arguments[0], new File(arguments[1]));
    try (var whole = new BufferedOutputStream(out)) {
      whole.write(text.getBytes(StandardCharsets.UTF_8));
    }
    System.exit(0);
  }

  static String text(String kind, File file) throws IOException {
    var text =
        switch (kind) {
          case "pdf" -> PdfText.of(file);
          case "doc" -> WordText.ofDoc(file);
          case "docx" -> WordText.ofDocx(file);
          default -> throw new IllegalArgumentException(kind);
        };
    return text.substring(0, Math.min(text.length(), LONGEST));
  }
}
