package poca.testkit.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A path with variables, `/chats/{chat_id}`. Names of variables are read as snake_case.
record Template(String text) {

  private static final String VARIABLE = "{}";

  /// A variable that can only be one of some words (`{kind:red|green}`) stands for as many paths.
  static List<Template> spelledOut(String pattern) {
    var paths = List.of("");
    for (var segment : segments(pattern)) {
      var next = new ArrayList<String>();
      for (var path : paths) {
        for (var choice : choices(segment)) {
          next.add(path + "/" + choice);
        }
      }
      paths = next;
    }
    return paths.stream().map(path -> new Template(path.isEmpty() ? "/" : path)).toList();
  }

  private static List<String> choices(String segment) {
    if (!isVariable(segment)) {
      return List.of(segment);
    }
    var colon = segment.indexOf(':');
    if (colon < 0) {
      return List.of("{" + snakeCase(name(segment)) + "}" + ending(segment));
    }
    var rule = segment.substring(colon + 1, segment.length() - 1);
    return rule.matches("[\\w-]+(\\|[\\w-]+)*")
        ? List.of(rule.split("\\|"))
        : List.of("{" + snakeCase(segment.substring(1, colon)) + "}");
  }

  /// The same for two templates that differ in the names of their variables only.
  String shape() {
    return "/"
        + String.join(
            "/",
            segments(text).stream().map(s -> isVariable(s) ? VARIABLE + ending(s) : s).toList());
  }

  List<String> names() {
    return segments(text).stream().filter(Template::isVariable).map(Template::name).toList();
  }

  boolean matches(String path) {
    var mine = segments(text);
    var theirs = segments(path);
    if (mine.size() != theirs.size() || path.endsWith("/") != text.endsWith("/")) {
      return false;
    }
    for (int i = 0; i < mine.size(); i++) {
      if (!matches(mine.get(i), theirs.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String mine, String theirs) {
    return isVariable(mine)
        ? theirs.endsWith(ending(mine)) && theirs.length() > ending(mine).length()
        : mine.equals(theirs);
  }

  private static String name(String variable) {
    return variable.substring(1, variable.indexOf('}'));
  }

  /// What stands behind a variable in its segment, `.ics` say.
  private static String ending(String variable) {
    return variable.substring(variable.indexOf('}') + 1);
  }

  private static List<String> segments(String path) {
    return path.equals("/") ? List.of() : Arrays.asList(path.substring(1).split("/"));
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{") && segment.indexOf('}') > 0;
  }

  static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
