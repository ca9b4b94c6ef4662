package poca.system.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import poca.system.edges.Api.Field;
import poca.system.edges.Api.Operation;
import poca.system.edges.Wire.Answer;
import poca.system.edges.Wire.Request;

/// Every field of the API document, filled with what nobody means: no field has a rule of its own.
class FieldEdgesIT extends Edges {

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
          // what is to be a photo is a picture
          var document = fixture().id(field.name().equals("photo") ? "picture_id" : "document_id");
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
                  "/api/v1/documents/" + document + "/download")) {
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
}
