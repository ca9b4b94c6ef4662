package poca.system.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import poca.system.edges.Wire.Answer;
import poca.system.edges.Wire.Request;

/// Every operation of the API document, asked by requests of odd shapes.
class RequestEdgesIT extends Edges {

  private static final int RANDOM_TEXTS = 2_000 * DEPTH;

  private static final Set<String> OF_ONE_ANSWER =
      Set.of("date", "x-request-id", "content-length", "transfer-encoding", "connection");

  @Test
  void every_get_answers_head_without_its_body() throws Exception {
    var works = new ArrayList<Callable<@Nullable String>>();
    for (var operation : api().operations()) {
      if (operation.method().equals("GET") && !operation.endless()) {
        works.add(() -> {
          var get = fixture().request(operation, Map.of());
          var head = new Request("HEAD", get.target(), get.headers(), get.body());
          var without = wire().send(head);
          var with = wire().send(get);
          var same =
              without.status() == with.status()
                  && without.body().isEmpty()
                  && without.headers().containsKey("X-Request-ID")
                  && lasting(without).equals(lasting(with));
          return same
              ? null
              : head
                  + ": "
                  + without.status()
                  + lasting(without)
                  + ", GET "
                  + with.status()
                  + lasting(with);
        });
      }
    }
    assertThat(works).hasSizeGreaterThan(40);
    none(works);
  }

  /// The headers that are the same in two answers to one request.
  private static Map<String, String> lasting(Answer answer) {
    var headers = new TreeMap<>(answer.headers());
    headers.keySet().removeIf(name -> OF_ONE_ANSWER.contains(name.toLowerCase(Locale.ROOT)));
    return headers;
  }

  @Test
  void head_hands_nothing_over_and_creates_nothing() {
    var chat = "/api/v1/chats/" + fixture().id("chat_id");
    var before = fixture().get(chat).data().path("watermarks").toString();
    for (var path :
        List.of(chat + "/messages", "/api/v1/messages/chat/" + fixture().id("chat_id"))) {
      var head = wire().send(Request.of("HEAD", path, Fixture.bearer(fixture().patient()), ""));
      assertThat(head.status()).isEqualTo(200);
    }
    assertThat(fixture().get(chat).data().path("watermarks").toString()).isEqualTo(before);

    var history = "/api/v1/patients/" + fixture().id("child_id") + "/case-history";
    var asAdmin = Fixture.bearer(fixture().token(api().operation("readMe")));
    var made = wire().send(Request.of("HEAD", history + "?create_if_not_exists=true", asAdmin, ""));
    assertThat(made.status()).isEqualTo(404);
    assertThat(fixture().get(history).status()).isEqualTo(404);
  }

  // --- requests of odd shapes

  @Test
  void an_odd_content_type_is_answered_in_our_words() throws Exception {
    var types =
        List.of(
            "*/*",
            "application/*",
            "nonsense",
            "text/plain",
            "application/xml",
            "",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "application/json;=",
            "application/json; charset=none",
            "application/json; charset=utf-16",
            "a/b/c",
            "application/x-www-form-urlencoded",
            "application/octet-stream",
            "\u00fc/\u00fc");
    each((operation, requests) -> {
      for (var type : types) {
        var headers = Fixture.bearer(fixture().token(operation)) + "\r\nContent-Type: " + type;
        var path = fixture().path(operation, operation.isRead());
        requests.add(Request.of(operation.method(), path, headers, operation.isRead() ? "" : "{}"));
      }
    });
  }

  @Test
  void an_odd_header_block_is_answered_in_our_words() throws Exception {
    var blocks =
        List.of(
            "X-A: " + "x".repeat(12_000),
            "X-A: " + "x".repeat(15_000),
            "X-A: " + "x".repeat(20_000),
            "X-A: 1\r\n".repeat(80) + "X-A: 1",
            "X-A: 1\r\n".repeat(120) + "X-A: 1",
            "X-A: 1\r\n".repeat(1_000) + "X-A: 1",
            "Range: bytes=" + "0-0,".repeat(3_000) + "1-1",
            "Range: bytes=\uff11-",
            "If-None-Match: nonsense",
            "If-Match: \"",
            "Accept: nonsense",
            "Accept-Encoding: \u0001",
            "Expect: the-unexpected",
            "user-entity-id: " + "x".repeat(9_000),
            "bad name: 1",
            ": 1",
            "X-Request-ID: <script>");
    each((operation, requests) -> {
      for (var block : blocks) {
        var headers = Fixture.bearer(fixture().token(operation)) + "\r\n" + block;
        requests.add(
            Request.of(
                operation.method(), fixture().path(operation, operation.isRead()), headers, ""));
      }
    });
  }

  @Test
  void an_odd_target_is_answered_in_our_words() throws Exception {
    var queries =
        List.of(
            "a[]=1",
            "a={b}",
            "%",
            "%zz",
            "a=%ff",
            "a=%00",
            "a=%ed%a0%80",
            "a=|",
            "a=\u00fc",
            "#a",
            "limit=%EF%BC%91",
            "skip=%2B1",
            "limit=0x10",
            "limit=1e1",
            "limit=",
            "cursor=%00",
            "cursor=nonsense",
            "skip=99999999999999999999",
            "a&".repeat(2_000),
            "a=" + "x".repeat(9_000));
    each((operation, requests) -> {
      var headers = Fixture.bearer(fixture().token(operation));
      var path = fixture().path(operation, operation.isRead());
      var joined = path.contains("?") ? "&" : "?";
      for (var query : queries) {
        requests.add(Request.of(operation.method(), path + joined + query, headers, ""));
      }
      for (var name : operation.queries()) {
        for (var value : List.of("", "%00", "%EF%BC%91", "nonsense", "%F0%9F%98%80", "-1")) {
          var target = operation.path().contains("{") ? path : operation.path();
          requests.add(
              Request.of(
                  operation.method(),
                  target + (target.contains("?") ? "&" : "?") + name + "=" + value,
                  headers,
                  ""));
        }
      }
      for (var segment : List.of("%00", "%2e%2e", "%2f", ";a=b", "%ff", "%F0%9F%98%80", "[", "%")) {
        var target =
            operation.path().contains("{")
                ? operation.path().replaceAll("\\{\\w+}", segment)
                : operation.path() + segment;
        requests.add(Request.of(operation.method(), target, headers, ""));
      }
    });
  }

  @Test
  void any_text_is_answered_wherever_it_stands() throws Exception {
    var texts = new RandomTexts(SEED);
    var operations = api().operations().stream().filter(o -> !o.endless()).toList();
    var works = new ArrayList<Callable<@Nullable String>>();
    for (var i = 0; i < RANDOM_TEXTS; i++) {
      var operation = operations.get(i % operations.size());
      var text = texts.next(i % 3 == 0 ? LARGEST_MESSAGE : 400);
      var path = fixture().path(operation, operation.isRead());
      var headers = Fixture.bearer(fixture().token(operation));
      var asQuery =
          path
              + (path.contains("?") ? "&" : "?")
              + "q="
              + Fixture.encoded(text.substring(0, Math.min(300, text.length())));
      works.add(() -> fault(Request.of(operation.method(), asQuery, headers, "")));
      if (!operation.isRead()) {
        var type = "\r\nContent-Type: application/json";
        works.add(() -> fault(Request.of(operation.method(), path, headers + type, text)));
      }
    }
    none(works);
  }
}
