package poca.ai.content;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/// Reads the files of `clinical/`.
///
/// YAML is only taken apart into its nodes, never made into objects: every value is text, so a bare
/// `no` or `12:30` stays what was written, and each keeps its line.
public final class Content {

  private static final String DIRECTORY = "/clinical/";

  /// Every content file, in the order in which they are read; who adds a file adds it there.
  private static final String FILES = "files.txt";

  private Content() {}

  /// The files of a folder of `clinical/`, in the order of the list of files.
  public static List<String> files(String folder) {
    return files().stream().filter(file -> file.startsWith(folder + "/")).toList();
  }

  static List<String> files() {
    return lines(FILES).stream().map(Line::text).toList();
  }

  /// The lines of a file that say something.
  public static List<Line> lines(String file) {
    var lines = new ArrayList<Line>();
    int number = 0;
    for (var line : new String(bytes(file), StandardCharsets.UTF_8).split("\n", -1)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) lines.add(new Line(file, number, line.strip()));
    }
    return lines;
  }

  /// Eight hex digits that change with any byte of any content file.
  public static String checksum() {
    try {
      var sum = MessageDigest.getInstance("SHA-256");
      for (var file : files()) sum.update(bytes(file));
      return HexFormat.of().formatHex(sum.digest(), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The entries of a YAML file, which is a list of entries with text under each key.
  ///
  /// @param keys those that an entry may have; any other is refused
  public static List<Entry> entries(String file, Set<String> keys, ContentErrors contentErrors) {
    return entries(file, new String(bytes(file), StandardCharsets.UTF_8), keys, contentErrors);
  }

  static List<Entry> entries(
      String file, String text, Set<String> keys, ContentErrors contentErrors) {
    var entries = new ArrayList<Entry>();
    var lines = text.split("\n", -1);
    Node root;
    try {
      var options = new LoaderOptions();
      var parser = new ParserImpl(new StreamReader(new StringReader(text)), options);
      root = new Composer(parser, new Resolver(), options).getSingleNode();
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      contentErrors.add(
          new Line(file, mark == null ? 1 : mark.getLine() + 1, ""),
          "is no YAML: " + e.getProblem());
      return entries;
    }
    if (!(root instanceof SequenceNode list)) {
      contentErrors.add(new Line(file, 1, ""), "is no list of entries, each starting with `- `");
      return entries;
    }
    for (var node : list.getValue()) {
      var start = line(file, node);
      if (node instanceof MappingNode mapping)
        entries.add(
            new Entry(start, values(file, lines, mapping, keys, contentErrors), contentErrors));
      else contentErrors.add(start, "is no entry of `key: text` lines");
    }
    return entries;
  }

  private static Map<String, List<Line>> values(
      String file,
      String[] lines,
      MappingNode mapping,
      Set<String> keys,
      ContentErrors contentErrors) {
    var values = new LinkedHashMap<String, List<Line>>();
    for (var pair : mapping.getValue()) {
      var at = line(file, pair.getKeyNode());
      var key = pair.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
      if (!keys.contains(key))
        contentErrors.add(at, "unknown key `" + key + "`; known: " + known(keys));
      else if (!(pair.getValueNode() instanceof ScalarNode value))
        contentErrors.add(at, "`" + key + "` is text, or `|` and a line for each");
      else if (values.put(key, text(file, lines, value)) != null)
        contentErrors.add(at, "`" + key + "` stands there twice");
    }
    return values;
  }

  private static String known(Set<String> keys) {
    return String.join(", ", keys.stream().sorted().toList());
  }

  /// A block after `|` is as many lines as it has; they are taken from the file, so that each knows
  /// its number.
  private static List<Line> text(String file, String[] lines, ScalarNode value) {
    int first = value.getStartMark().getLine();
    if (value.getScalarStyle() != DumperOptions.ScalarStyle.LITERAL) {
      var text = value.getValue().strip();
      return text.isEmpty() ? List.of() : List.of(new Line(file, first + 1, text));
    }
    var block = new ArrayList<Line>();
    int last = first + (int) value.getValue().lines().count();
    for (int at = first + 1; at <= last && at < lines.length; at++) {
      if (!lines[at].isBlank()) block.add(new Line(file, at + 1, lines[at].strip()));
    }
    return block;
  }

  private static Line line(String file, Node node) {
    return new Line(file, node.getStartMark().getLine() + 1, "");
  }

  public static byte[] bytes(String file) {
    try (var in = Content.class.getResourceAsStream(DIRECTORY + file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
