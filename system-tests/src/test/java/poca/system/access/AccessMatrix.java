package poca.system.access;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// `access-matrix.yaml` as it stands: who gets which answer.
record AccessMatrix(List<Row> access, List<Row> lists, Set<String> actingAs) {

  /// A line.
  ///
  /// @param thing what its ids are ids of; null if the operation takes none
  record Row(String operation, @Nullable String thing, Map<Who, String> cells) {

    String cell(Who who) {
      return Objects.requireNonNull(cells.get(who));
    }

    MatrixCell sign(Who who, Which which) {
      return MatrixCell.of(cell(who).charAt(thing == null ? 0 : which.ordinal()));
    }

    /// The ids it speaks about; a row without ids counts once, as `own`.
    List<Which> ids() {
      return thing == null ? List.of(Which.OWN) : Which.ALL;
    }
  }

  static AccessMatrix read() throws IOException {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (InputStream file = AccessMatrix.class.getResourceAsStream("/access-matrix.yaml")) {
      Map<String, Object> root = map(new Yaml(new SafeConstructor(options)).load(file));
      var defaults = map(root.get("unless_given"));
      return new AccessMatrix(
          rows(root.get("access"), defaults, Which.ALL.size()),
          rows(root.get("lists"), defaults, Which.REAL.size()),
          new LinkedHashSet<>(list(root.get("acting_as"))));
    }
  }

  private static List<Row> rows(@Nullable Object groups, Map<String, Object> defaults, int signs) {
    var rows = new ArrayList<Row>();
    for (Object group : list(groups)) {
      map(map(group).get("rows"))
          .forEach((operation, lines) -> {
            if (lines instanceof String line) {
              rows.add(row(operation, null, line, defaults, 1));
            } else {
              map(lines)
                  .forEach((thing, line) ->
                      rows.add(row(operation, thing, (String) line, defaults, signs)));
            }
          });
    }
    return rows;
  }

  private static Row row(
      String operation,
      @Nullable String thing,
      String line,
      Map<String, Object> defaults,
      int signs) {
    var columns = Arrays.asList(line.strip().split(" +"));
    var cells = new EnumMap<Who, String>(Who.class);
    var whole = columns.size() == Who.ALL.size();
    if (!whole && columns.size() != Who.WITH_A_SESSION.size()) {
      throw new IllegalArgumentException(operation + " has " + columns.size() + " columns");
    }
    var named = whole ? Who.ALL : Who.WITH_A_SESSION;
    for (var who : Who.ALL) {
      var cell =
          named.contains(who)
              ? columns.get(named.indexOf(who))
              : ((String) Objects.requireNonNull(defaults.get(who.toString()))).repeat(signs);
      // a list that is refused has nothing to show
      if (cell.length() != signs && !(signs == Which.REAL.size() && cell.equals("-"))) {
        throw new IllegalArgumentException(operation + ", " + who + ": " + cell);
      }
      cells.put(who, cell);
    }
    return new Row(operation, thing, cells);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object yaml) {
    return (Map<String, Object>) Objects.requireNonNull(yaml);
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> list(@Nullable Object yaml) {
    return (List<T>) Objects.requireNonNull(yaml);
  }
}
