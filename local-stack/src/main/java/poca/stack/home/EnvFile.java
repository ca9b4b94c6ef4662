package poca.stack.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of `NAME=value` lines, as shells and Docker read it: comments, `export` and quotes are
/// understood, nothing is expanded.
final class EnvFile {

  private static final Pattern LINE =
      Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");

  private EnvFile() {}

  /// The values in the file; none when there is no file.
  static Map<String, String> read(Path file) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      return parse(file.toString(), Files.readAllLines(file));
    } catch (IOException e) {
      throw new OperatorError("Cannot read %s (%s).".formatted(file, e), e);
    }
  }

  static Map<String, String> parse(String name, List<String> lines) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        // The line itself may be a secret.
        throw new OperatorError("%s, line %d: expected NAME=value.".formatted(name, i + 1));
      }
      values.put(matcher.group(1), value(matcher.group(2).strip(), name, i + 1));
    }
    return values;
  }

  private static String value(String text, String name, int line) {
    if (text.isEmpty()) {
      return text;
    }
    char quote = text.charAt(0);
    if (quote == '"' || quote == '\'') {
      int end = text.indexOf(quote, 1);
      if (end < 0) {
        throw new OperatorError("%s, line %d: the quote is not closed.".formatted(name, line));
      }
      return text.substring(1, end);
    }
    int comment = text.indexOf(" #");
    return comment < 0 ? text : text.substring(0, comment).strip();
  }
}
