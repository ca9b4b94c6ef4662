package poca.testkit.agreement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// One operation of the document.
///
/// @param method in capitals
/// @param service who serves it
/// @param parameters those of the path too, references followed
/// @param isPublic whether it needs no token
record Operation(
    String id,
    String method,
    Template path,
    String service,
    boolean isPublic,
    List<JsonNode> parameters,
    JsonNode node) {

  List<JsonNode> parametersIn(String place) {
    return parameters.stream().filter(p -> p.path("in").asString("").equals(place)).toList();
  }

  /// The statuses it documents one by one.
  Set<Integer> statuses() {
    var statuses = new TreeSet<Integer>();
    for (var status : node.path("responses").propertyNames()) {
      if (status.matches("\\d{3}")) {
        statuses.add(Integer.valueOf(status));
      }
    }
    return statuses;
  }

  Optional<JsonNode> response(int status) {
    var responses = node.path("responses");
    for (var key :
        List.of(Integer.toString(status), status / 100 + "XX", status / 100 + "xx", "default")) {
      if (responses.has(key)) {
        return Optional.of(responses.get(key));
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return id + " (" + method + " " + path.text() + ")";
  }
}
