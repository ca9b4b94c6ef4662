package poca.directory.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import poca.testkit.world.StandIn;
import tools.jackson.databind.json.JsonMapper;

/// records-service as the directory sees it: what it says of documents that become photos.
public final class FakeRecords extends StandIn {

  private static final JsonMapper JSON = new JsonMapper();

  private final Map<UUID, Reply> says = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  FakeRecords() {
    on("/internal/photos/", this::answer);
  }

  /// Everybody may see this one.
  public UUID picture() {
    return document(Reply.of("{\"shown\":true}"));
  }

  /// Not the account's to show.
  public UUID somebodyElses() {
    return document(Reply.of("{\"shown\":false}"));
  }

  public UUID noPicture() {
    return document(
        new Reply(
            422,
            """
            {"message":"Validation error","data":{"error_code":"VAL_001","details":{"errors":[
              {"loc":["body","photo"],"msg":"must be a picture","type":"value_error"}]}}}
            """));
  }

  private UUID document(Reply reply) {
    var id = UUID.randomUUID();
    says.put(id, reply);
    return id;
  }

  /// Who wanted to show it for which account: `<role> <by> <account>`.
  public List<String> wishes() {
    return asked;
  }

  private Reply answer(HttpExchange exchange) throws IOException {
    var wish = JSON.readTree(exchange.getRequestBody().readAllBytes());
    asked.add(
        "%s %s %s"
            .formatted(
                wish.path("role").asString(),
                wish.path("by").asString(),
                wish.path("account").asString()));
    return says.getOrDefault(id(exchange), Reply.empty(500));
  }
}
