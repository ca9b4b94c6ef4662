package poca.ai.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A line of a file in `clinical/languages/`, without comments and empty ones.
record ContentLine(String file, int number, String text) {

  private static final String DIRECTORY = "/clinical/languages/";

  static List<ContentLine> of(String file) {
    var stream = ContentLine.class.getResourceAsStream(DIRECTORY + file);
    if (stream == null) throw new IllegalStateException("No such file: " + DIRECTORY + file);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return of(file, reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<ContentLine> of(String file, List<String> lines) {
    var kept = new ArrayList<ContentLine>();
    for (int at = 0; at < lines.size(); at++) {
      var text = lines.get(at).strip();
      if (!text.isEmpty() && !text.startsWith("#")) kept.add(new ContentLine(file, at + 1, text));
    }
    return kept;
  }

  IllegalStateException wrong(String expected) {
    return new IllegalStateException(
        DIRECTORY.substring(1) + file + ":" + number + ": expected " + expected);
  }
}
