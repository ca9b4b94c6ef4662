package poca.gateway.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import poca.gateway.route.Endpoint.Admission;
import poca.gateway.route.Endpoint.Pace;

/// Finds the endpoint of a request: the one place that says which paths there are. It is made once,
/// from `routes.txt`, and looked up segment by segment, so its size does not matter to a request.
public final class RouteTable {

  private static final String ID = "{";

  private final List<Endpoint> endpoints;
  private final Node root = new Node();

  RouteTable(List<Endpoint> endpoints) {
    this.endpoints = List.copyOf(endpoints);
    for (var endpoint : endpoints) {
      var node = root;
      for (var segment : segments(endpoint.pattern())) {
        node =
            segment.startsWith(ID)
                ? node.idChild()
                : node.literals.computeIfAbsent(segment, _ -> new Node());
      }
      for (var method : endpoint.methods()) {
        if (node.endpoints.put(method, endpoint) != null) {
          throw new IllegalArgumentException(
              "twice in the route table: " + method + " " + endpoint.pattern());
        }
      }
    }
  }

  /// What the product serves.
  public static RouteTable ofProduct() {
    try (var file = RouteTable.class.getResourceAsStream("/routes.txt")) {
      if (file == null) {
        throw new IllegalStateException("routes.txt is missing");
      }
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static RouteTable parse(String text) {
    var endpoints = new ArrayList<Endpoint>();
    for (var line : text.lines().toList()) {
      var bare = line.strip();
      if (!bare.isEmpty() && !bare.startsWith("#")) {
        endpoints.add(endpoint(bare));
      }
    }
    return new RouteTable(endpoints);
  }

  private static Endpoint endpoint(String line) {
    var words = line.split("\\s+");
    if (words.length < 3) {
      throw new IllegalArgumentException("not a line of the route table: " + line);
    }
    var admission = Admission.TOKEN;
    var pace = Pace.USUAL;
    var multipart = false;
    String socketCheck = null;
    for (var flag : Arrays.asList(words).subList(3, words.length)) {
      switch (flag) {
        case "public" -> admission = Admission.PUBLIC;
        case "optional" -> admission = Admission.OPTIONAL;
        case "stand-in" -> admission = Admission.STAND_IN;
        case "multipart" -> multipart = true;
        case "slow" -> pace = Pace.SLOW;
        case "download" -> pace = Pace.DOWNLOAD;
        case "stream" -> pace = Pace.STREAM;
        default -> {
          if (!flag.startsWith("socket=/")) {
            throw new IllegalArgumentException("no such flag in the route table: " + flag);
          }
          socketCheck = flag.substring("socket=".length());
          pace = Pace.STREAM;
        }
      }
    }
    return new Endpoint(
        Service.ofWord(words[0]),
        Set.of(words[1].split(",")),
        words[2],
        admission,
        pace,
        multipart,
        socketCheck);
  }

  /// What a look-up finds.
  public sealed interface Match {
    record Found(Endpoint endpoint) implements Match {}

    /// @param allowed the methods this path has, for the `Allow` header
    record WrongMethod(String allowed) implements Match {}

    record Unknown() implements Match {}
  }

  /// @param segments as they came, percent-encoded where they were
  public Match find(String method, List<String> segments) {
    var node = node(root, segments, 0);
    if (node == null) {
      return new Match.Unknown();
    }
    var endpoint = node.endpoints.get(method);
    if (endpoint == null && method.equals("HEAD")) {
      endpoint = node.read();
    }
    return endpoint == null
        ? new Match.WrongMethod(String.join(", ", node.methods()))
        : new Match.Found(endpoint);
  }

  /// Whether there is such a path, with whatever method.
  public boolean knows(List<String> segments) {
    return node(root, segments, 0) != null;
  }

  public List<Endpoint> endpoints() {
    return endpoints;
  }

  /// A literal wins, and what is not below it is nowhere: the word is no id.
  private static @Nullable Node node(Node from, List<String> segments, int at) {
    if (at == segments.size()) {
      return from.endpoints.isEmpty() ? null : from;
    }
    var literal = from.literals.get(segments.get(at));
    if (literal != null) {
      return node(literal, segments, at + 1);
    }
    return from.id == null ? null : node(from.id, segments, at + 1);
  }

  private static List<String> segments(String pattern) {
    return pattern.equals("/") ? List.of() : List.of(pattern.substring(1).split("/"));
  }

  private static final class Node {
    private final Map<String, Node> literals = new HashMap<>();
    private final Map<String, Endpoint> endpoints = new TreeMap<>();
    private @Nullable Node id;

    /// What answers `HEAD`: whatever answers `GET` and comes to an end (RFC 9110, 9.3.2).
    private @Nullable Endpoint read() {
      var read = endpoints.get("GET");
      return read == null || read.pace() == Pace.STREAM ? null : read;
    }

    private Set<String> methods() {
      var methods = new TreeSet<>(endpoints.keySet());
      if (read() != null) {
        methods.add("HEAD");
      }
      return methods;
    }

    private Node idChild() {
      var child = id;
      if (child == null) {
        child = new Node();
        id = child;
      }
      return child;
    }
  }
}
