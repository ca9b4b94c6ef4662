package poca.ai.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What patients write, from `src/test/resources/languages/`.
final class Sentences {

  private Sentences() {}

  /// A sentence and what stands before its colon.
  record Labelled(String label, String text) {}

  static List<String> of(String file) {
    var stream = Sentences.class.getResourceAsStream("/languages/" + file);
    try (var reader =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Labelled> labelled(String file) {
    return of(file).stream()
        .map(line -> {
          int colon = line.indexOf(':');
          return new Labelled(line.substring(0, colon), line.substring(colon + 1).strip());
        })
        .toList();
  }

  static final Set<String> ENGLISH_WORDS =
      of("english-words.txt").stream()
          .flatMap(line -> Pattern.compile(" ").splitAsStream(line))
          .collect(Collectors.toUnmodifiableSet());

  /// Every text in the sources of the other rooms' tests: all of it is English.
  static Set<String> ofOtherTests() throws IOException {
    var literal = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)+)\"");
    var texts = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/test/java/poca/ai"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (file.toString().contains("language")) continue;
        var found = literal.matcher(Files.readString(file));
        while (found.find())
          for (var text : found.group(1).split("\\|", -1))
            if (text.contains(" ") && text.chars().allMatch(c -> c < 0x2100)) texts.add(text);
      }
    }
    return texts;
  }
}
