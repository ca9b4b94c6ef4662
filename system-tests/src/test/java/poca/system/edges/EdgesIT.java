package poca.system.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import poca.system.House;
import poca.system.SharedHouse;
import poca.system.edges.Api.Field;
import poca.system.edges.Api.Operation;
import poca.system.edges.Wire.Answer;
import poca.system.edges.Wire.Request;

/// Every operation of the API document, asked in ways that nobody means: the answer is one of ours,
/// and no field has a rule of its own.
///
/// It asks the house of these tests, or one that runs already: `-Dpoca.house.url=...` with
/// `-Dpoca.house.admin=email:password`. With `-Dpoca.edges.seed` other texts are thought of.
@ExtendWith(SharedHouse.class)
class EdgesIT {

  private static final int AT_ONCE = 4;
  private static final int LARGEST_MESSAGE = 16 * 1024;

  /// How often over: `./poca prove edges` has more time than a build.
  private static final int DEPTH = Integer.getInteger("poca.edges.depth", 1);

  private static final long SEED = Long.getLong("poca.edges.seed", 18);
  private static final int RANDOM_TEXTS = 2_000 * DEPTH;
  private static final int RANDOM_TEXTS_PER_FIELD = 6 * DEPTH;

  private static final List<String> BLANKS =
      List.of(
          "",
          " ",
          "\t\n",
          "\u00a0",
          "\u200b",
          "\u200d\u200c",
          "\ufeff",
          "\u2800",
          "\u3164",
          "\u202e");
  private static final List<String> BREAKERS =
      List.of(
          "a\nb",
          "a\rb",
          "a\u001b[31mb",
          "abc\u0007",
          "abc\u007f",
          "a\u0085b",
          "a\u2028b",
          "a\u202eb",
          "a\u2066b");
  private static final List<String> NO_TEXTS = List.of("a\u0000", "a\ud800b", "\udc00", "\ud83d");

  /// The texts that may have several lines (contract 1.9); all others stand on one.
  private static final Set<String> PROSE =
      Set.of(
          "message",
          "content",
          "details",
          "description",
          "summary",
          "remark",
          "feedback",
          "cancellation_reason",
          "reason",
          "address");

  /// Texts with a rule of their own: secrets are taken as they are, and some are not kept.
  private static final Set<String> SECRETS =
      Set.of(
          "password",
          "old_password",
          "new_password",
          "refresh_token",
          "mfa_token",
          "code",
          "token",
          "username",
          "grant_type",
          "scope",
          "client_id",
          "client_secret");

  private static final Set<String> LINKS = Set.of("photo", "link", "website");

  private static final Set<String> OF_ONE_ANSWER =
      Set.of("date", "x-request-id", "content-length", "transfer-encoding", "connection");

  private static @Nullable Api api;
  private static @Nullable Wire wire;
  private static @Nullable Fixture fixture;

  @BeforeAll
  static void one_of_everything() throws IOException, InterruptedException {
    api = Api.read(Path.of(System.getProperty("poca.repository", ".."), "docs/openapi.yaml"));
    System.out.printf("edges: seed %d, depth %d%n", SEED, DEPTH);
    var url = System.getProperty("poca.house.url");
    if (url == null) {
      var house = House.shared();
      enter(house.url(), house.adminEmail(), house.adminPassword());
    } else {
      var admin = Objects.requireNonNull(System.getProperty("poca.house.admin")).split(":", 2);
      enter(url, admin[0], admin[1]);
    }
  }

  private static void enter(String url, String adminEmail, String adminPassword) {
    wire = new Wire(url);
    fixture = new Fixture(wire, adminEmail, adminPassword);
  }

  private static Api api() {
    return Objects.requireNonNull(api);
  }

  private static Wire wire() {
    return Objects.requireNonNull(wire);
  }

  private static Fixture fixture() {
    return Objects.requireNonNull(fixture);
  }

  // --- HEAD

  @Test
  void every_get_answers_head_without_its_body() throws Exception {
    var works = new ArrayList<Callable<@Nullable String>>();
    for (var operation : api().operations()) {
      if (operation.method().equals("GET") && !operation.socket()) {
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
    var operations = api().operations().stream().filter(o -> !o.socket()).toList();
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

  // --- texts

  @Test
  void any_text_of_up_to_16_kib_is_answered_by_every_field() throws Exception {
    var texts = new RandomTexts(SEED + 1);
    fields(
        Field::isText,
        (operation, field, works) -> {
          for (var i = 0; i < RANDOM_TEXTS_PER_FIELD; i++) {
            var text = texts.next(LARGEST_MESSAGE);
            works.add(() -> fault(with(operation, field, text)));
          }
        });
  }

  @Test
  void a_text_has_one_meaning_in_every_field() throws Exception {
    fields(
        field -> field.isText() && !SECRETS.contains(field.name()),
        (operation, field, works) -> {
          var json = "application/json".equals(operation.contentType());
          for (var text : NO_TEXTS) {
            if (json) {
              works.add(() -> refused(operation, field, text));
            }
          }
          if (PROSE.contains(field.name())) {
            for (var text : some(BREAKERS, operation, works.size())) {
              works.add(() -> taken(operation, field, text));
            }
          } else {
            BREAKERS.forEach(text -> works.add(() -> refused(operation, field, text)));
          }
          if (field.number("minLength", 0) > 0) {
            BLANKS.forEach(text -> works.add(() -> refused(operation, field, text)));
          } else {
            for (var text : some(BLANKS, operation, works.size())) {
              works.add(() -> fault(with(operation, field, text)));
            }
          }
          var longest = field.number("maxLength", 0);
          if (longest > 0 && longest != LARGEST_MESSAGE && !LINKS.contains(field.name())) {
            works.add(() -> taken(operation, field, "\ud83d\ude00".repeat(longest)));
            works.add(() -> refused(operation, field, "\ud83d\ude00".repeat(longest + 1)));
          }
        });
  }

  @Test
  void a_link_leads_to_the_web_or_to_a_document() throws Exception {
    fields(
        field -> LINKS.contains(field.name()),
        (operation, field, works) -> {
          for (var link :
              List.of(
                  "javascript:alert(1)",
                  "JAVASCRIPT:alert(1)",
                  "data:text/html,x",
                  "vbscript:x",
                  "file:///etc/passwd",
                  "ftp://x.example/",
                  "blob:x",
                  "//x.example",
                  "x",
                  "",
                  "mailto:a@b.c",
                  " https://x.example",
                  "https:",
                  "\u0001https://x.example")) {
            works.add(() -> refused(operation, field, link));
          }
          for (var link :
              List.of(
                  "https://x.example/a?b=c#d",
                  "http://x.example",
                  "/api/v1/documents/" + fixture().id("document_id") + "/download")) {
            works.add(() -> taken(operation, field, link));
          }
        });
  }

  // --- numbers and dates

  @Test
  void a_number_has_its_bounds_and_one_spelling() throws Exception {
    fields(
        field -> field.type().equals("integer") || field.type().equals("number"),
        (operation, field, works) -> {
          for (var wrong :
              List.of("1e2", "\"\uff11\"", "\"+1\"", "\" 1\"", "\"\"", "true", "1e400")) {
            works.add(() -> refused(operation, field, new Json.Raw(wrong)));
          }
          works.add(() -> refused(operation, field, new Json.Raw("2147483648")));
          works.add(() -> refused(operation, field, new Json.Raw("99999999999999999999")));
          for (var keyword : List.of("minimum", "maximum")) {
            var bound = field.bound(keyword);
            if (bound == null) {
              continue;
            }
            var step = field.type().equals("integer") ? 1 : 0.1;
            var beyond = keyword.equals("minimum") ? bound - step : bound + step;
            works.add(() -> refused(operation, field, number(field, beyond)));
            works.add(() -> taken(operation, field, number(field, bound)));
          }
          works.add(() -> refused(operation, field, new Json.Raw("61.25")));
        });
  }

  private static Json.Raw number(Field field, double value) {
    return new Json.Raw(
        field.type().equals("integer") ? "%.0f".formatted(value) : "%.1f".formatted(value));
  }

  @Test
  void a_date_is_plausible_and_an_offset_has_three_spellings() throws Exception {
    var today = LocalDate.now(ZoneOffset.UTC);
    var now = OffsetDateTime.now(ZoneOffset.UTC).withNano(0);
    fields(
        field -> field.format().equals("date") || field.format().equals("date-time"),
        (operation, field, works) -> {
          for (var wrong :
              List.of("", "x", "2026-02-30", "9999-12-31T23:59:59-18:00", "\uff12026-01-01")) {
            works.add(() -> refused(operation, field, wrong));
          }
          if (field.format().equals("date")) {
            for (var date : List.of(today.plusDays(2), today.minusYears(130).minusDays(2))) {
              works.add(() -> refused(operation, field, date.toString()));
            }
            for (var wrong : List.of("2999-01-01", "9999-12-31", "0001-01-01")) {
              works.add(() -> refused(operation, field, wrong));
            }
            works.add(() -> taken(operation, field, today.minusDays(1).toString()));
          } else {
            works.add(() -> refused(operation, field, now.plusYears(6).toString()));
            works.add(() -> refused(operation, field, "9999-12-31T00:00:00Z"));
            for (var offset : List.of("+02", "+0200", "+02:00")) {
              var time = now.plusDays(400).toLocalDateTime() + ":00" + offset;
              works.add(
                  () -> taken(operation, field, time.replaceFirst("(:\\d\\d:\\d\\d):00", "$1")));
            }
          }
        });
  }

  // --- what is accepted is kept

  @Test
  void every_field_that_is_accepted_comes_back_or_is_refused() {
    var wrong = new ArrayList<String>();
    var seen = 0;
    for (var operation : api().operations()) {
      if (!"application/json".equals(operation.contentType())
          || operation.isRead()
          || operation.path().contains("/auth/log")
          || operation.path().contains("/auth/forgot-password")
          || operation.path().contains("/second-factor")
          || operation.path().endsWith("/auth/refresh")) {
        continue;
      }
      for (var field : operation.fields()) {
        if (NotShown.SHOWS.containsKey(field.name())
            || NotShown.OF_ONE.containsKey(operation.id() + "." + field.name())
            || NotShown.NOT_READ.containsKey(operation.id() + "." + field.name())
            || SECRETS.contains(field.name())) {
          continue;
        }
        var body = fixture().body(operation);
        body.putAll(fixture().usedUp(operation));
        var value = body.getOrDefault(field.name(), fixture().value(field));
        if (field.list() && value instanceof List<?> list) {
          value = list.getFirst();
        }
        if (field.name().equals("age")) {
          body.put("dob", new Json.Raw("null")); // beside one it counts for nothing
        }
        body.put(field.name(), field.list() ? List.of(value) : value);
        var request = fixture().request(operation, body);
        var answer = wire().send(request);
        var fault = answer.fault();
        if (fault != null) {
          wrong.add(operation.id() + "." + field.name() + ": " + fault);
        } else if (answer.status() / 100 == 2) {
          seen++;
          if (!NotShown.isShown(fixture(), answer, stored(operation, request), field, value)) {
            wrong.add(operation.id() + "." + field.name() + ": accepted and not to be seen");
          }
        } else if (!NotShown.REFUSED.containsKey(operation.id() + "." + field.name())) {
          wrong.add(operation.id() + "." + field.name() + ": refused, " + answer);
        }
      }
    }
    System.out.printf("edges: %d fields seen again, %d not%n", seen - wrong.size(), wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(seen).isGreaterThan(100);
  }

  /// What is read where it was changed; null where that is not to be read.
  private static @Nullable Answer stored(Operation operation, Request change) {
    var readable =
        operation.method().equals("PUT")
            && api().operations().stream()
                .anyMatch(o -> o.method().equals("GET") && o.path().equals(operation.path()));
    return readable ? fixture().get(change.target()) : null;
  }

  @Test
  void a_part_of_a_form_is_in_its_charset_or_refused() throws Exception {
    var works = new ArrayList<Callable<@Nullable String>>();
    for (var operation : api().operations()) {
      if ("multipart/form-data".equals(operation.contentType())) {
        for (var field : operation.fields()) {
          if (field.isText() && !field.name().equals("file")) {
            var good = with(operation, field, "caf#");
            var bytes =
                new String(good.body(), StandardCharsets.UTF_8).replace("caf#", "caf\u00e9");
            var latin =
                new Request(
                    good.method(),
                    good.target(),
                    good.headers(),
                    bytes.getBytes(StandardCharsets.ISO_8859_1));
            works.add(() -> complaint(wire().send(latin), field, latin));
          }
        }
      }
    }
    assertThat(works).isNotEmpty();
    none(works);
  }

  // --- how

  /// Of texts that are taken: all of them, but where each makes an account two in turn. A hash of a
  /// password costs more than a hundred refusals.
  private static List<String> some(List<String> texts, Operation operation, int turn) {
    if (DEPTH > 1 || operation.fields().stream().noneMatch(f -> f.name().equals("password"))) {
      return texts;
    }
    var size = texts.size();
    return List.of(texts.get(turn % size), texts.get((turn + size / 2) % size));
  }

  private static Request with(Operation operation, Field field, Object value) {
    var body = new LinkedHashMap<String, Object>(fixture().body(operation));
    body.put(field.name(), field.list() && value instanceof String ? List.of(value) : value);
    return fixture().request(operation, body);
  }

  private static @Nullable String fault(Request request) {
    var answer = wire().send(request);
    var bare = request.method().equals("HEAD") && answer.status() < 500;
    var fault = bare ? null : answer.fault();
    return fault == null ? null : request + " -> " + fault;
  }

  private static @Nullable String refused(Operation operation, Field field, Object value) {
    var request = with(operation, field, value);
    return complaint(wire().send(request), field, request);
  }

  private static @Nullable String complaint(Answer answer, Field field, Request request) {
    return answer.complainsOf(field.name())
        ? null
        : request + " -> not refused: " + answer.status() + " " + Wire.shortened(answer.body());
  }

  private static @Nullable String taken(Operation operation, Field field, Object value) {
    var request = with(operation, field, value);
    var answer = wire().send(request);
    var fault = answer.fault();
    if (fault != null) {
      return request + " -> " + fault;
    }
    return answer.complainsOf(field.name())
        ? request + " -> not taken: " + Wire.shortened(answer.body())
        : null;
  }

  private interface OfField {
    void add(Operation operation, Field field, List<Callable<@Nullable String>> works);
  }

  private static void fields(Predicate<Field> which, OfField what) throws Exception {
    var works = new ArrayList<Callable<@Nullable String>>();
    for (var operation : api().operations()) {
      for (var field : operation.fields()) {
        var read = !NotShown.NOT_READ.containsKey(operation.id() + "." + field.name());
        if (read && which.test(field) && !field.name().equals("file")) {
          what.add(operation, field, works);
        }
      }
    }
    assertThat(works).isNotEmpty();
    none(works);
  }

  private static void each(BiConsumer<Operation, List<Request>> what) throws Exception {
    var requests = new ArrayList<Request>();
    for (var operation : api().operations()) {
      what.accept(operation, requests);
    }
    var works = new ArrayList<Callable<@Nullable String>>();
    requests.forEach(request -> works.add(() -> fault(request)));
    none(works);
  }

  private static void none(List<Callable<@Nullable String>> works) throws Exception {
    var wrong = new ArrayList<String>();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var work : threads.invokeAll(works)) {
        var fault = work.get();
        if (fault != null) {
          wrong.add(fault);
        }
      }
    }
    System.out.printf("edges: %d requests, %d wrong%n", works.size(), wrong.size());
    assertThat(wrong.stream().limit(60)).isEmpty();
  }
}
