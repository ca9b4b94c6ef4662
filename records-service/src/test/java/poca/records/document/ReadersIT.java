package poca.records.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.DocumentId;
import poca.contracts.PatientId;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.recordstest.Form;
import poca.recordstest.RealRecords;
import poca.recordstest.Samples;
import poca.recordstest.World;
import poca.testkit.world.Person;

/// Who reads a document (contract 4.8): every kind of caller, and every way in which a document can
/// belong to somebody.
@RealRecords
class ReadersIT {

  /// `+` reads it, `-` finds nothing (404).
  private static final String READERS =
      """
                                    admin uploader patient related treating treated party hospital others
      nowhere                       +     +        -       -       -        -       -     -        -
      under a word                  +     +        -       -       -        -       -     -        -
      under the patient             +     +        +       +       +        -       -     +        -
      under a case history          +     +        +       +       +        -       -     -        -
      under a report                +     +        +       +       +        -       -     -        -
      under a stranger              +     +        -       -       -        -       -     -        -
      listed in a case history      +     +        +       +       +        -       -     -        -
      put into a case history       +     +        +       +       +        -       -     -        -
      sent into a case history      +     +        +       +       +        -       -     -        -
      in an older case history      +     +        +       +       +        -       -     -        -
      taken out of a case history   +     +        -       -       -        -       -     -        -
      listed in a report            +     +        +       +       +        -       -     -        -
      put into a report             +     +        +       +       +        -       -     -        -
      sent into a report            +     +        +       +       +        -       -     -        -
      sent in a chat                +     +        +       +       -        -       +     -        -
      in a chat that is gone        +     +        -       -       -        -       -     -        -
      in a report and in a chat     +     +        +       +       +        -       +     -        -
      """;

  @Autowired World world;
  @Autowired ChatCopies chats;

  private Circle circle;

  /// @param uploader a doctor, as long as it uploads one who treats the patient
  /// @param treated a doctor who did so once
  /// @param party the doctor of a chat, who does not treat the patient
  /// @param hospital has the patient
  /// @param others everybody else who has an account
  private record Circle(
      Person uploader,
      Person patient,
      Person related,
      Person treating,
      Person treated,
      Person party,
      Person hospital,
      List<Person> others) {}

  @BeforeEach
  void people() {
    circle = circle();
  }

  @Test
  void whoever_may_read_it_does_and_nobody_else() {
    var lines = new ArrayList<String>();
    lines.add(READERS.lines().findFirst().orElseThrow());
    for (var way : ways().entrySet()) {
      var document = way.getValue();
      world.part(RelationKind.TREATS, circle.uploader().id(), circle.patient().id());
      var line = "%-30s".formatted(way.getKey());
      line += "%-6s".formatted(reads(world.admin(), document));
      line += "%-9s".formatted(reads(circle.uploader(), document));
      line += "%-8s".formatted(reads(circle.patient(), document));
      line += "%-8s".formatted(reads(circle.related(), document));
      line += "%-9s".formatted(reads(circle.treating(), document));
      line += "%-8s".formatted(reads(circle.treated(), document));
      line += "%-6s".formatted(reads(circle.party(), document));
      line += "%-9s".formatted(reads(circle.hospital(), document));
      var others = circle.others().stream().map(other -> reads(other, document)).distinct();
      lines.add(line + String.join("", others.toList()));
      assertThat(world.download(null, "/documents/" + document + "/download").statusCode())
          .isEqualTo(401);
      world.relate(RelationKind.TREATS, circle.uploader().id(), circle.patient().id());
    }

    assertThat(String.join("\n", lines)).isEqualTo(READERS.stripTrailing());
  }

  private Map<String, UUID> ways() {
    var patient = circle.patient();
    var of = "/patients/" + patient.id();
    var older = written(of + "/case-history", Map.of("summary", "s"));
    var report = Map.of("title", "t", "report_type", "other");
    var ways = new LinkedHashMap<String, UUID>();
    ways.put("nowhere", uploaded());
    ways.put("under a word", filed("a word"));
    ways.put("under the patient", filed(patient.id().toString()));
    ways.put("under a case history", filed(older));
    ways.put("under a report", filed(written(of + "/reports", report)));
    ways.put("under a stranger", filed(world.patient().id().toString()));
    ways.put("listed in a case history", listed(of + "/case-history", "documents", Map.of()));
    ways.put(
        "put into a case history", put(of + "/case-history/documents", UnaryOperator.identity()));
    ways.put("sent into a case history", sent(of + "/case-history/documents"));
    ways.put(
        "in an older case history",
        put(of + "/case-history/documents", form -> form.field("case_history_id", older)));
    var taken = listed(of + "/case-history", "documents", Map.of());
    world.put(circle.uploader(), of + "/case-history", Map.of("documents", List.of()));
    ways.put("taken out of a case history", taken);
    ways.put("listed in a report", listed(of + "/reports", "document_ids", report));
    var into = of + "/reports/" + written(of + "/reports", report) + "/documents";
    ways.put("put into a report", put(into, UnaryOperator.identity()));
    ways.put("sent into a report", sent(into));
    ways.put("sent in a chat", told(uploaded(), new ChatId(UUID.randomUUID())));
    var gone = new ChatId(UUID.randomUUID());
    ways.put("in a chat that is gone", told(uploaded(), gone));
    chats.gone(gone);
    ways.put(
        "in a report and in a chat",
        told(put(into, UnaryOperator.identity()), new ChatId(UUID.randomUUID())));
    return ways;
  }

  private Circle circle() {
    var pair = world.pair();
    var patient = pair.patient();
    var related = world.patient();
    world.relate(RelationKind.RELATED, related.id(), patient.id());
    var uploader = world.doctor();
    world.relate(RelationKind.TREATS, uploader.id(), patient.id());
    var treated = world.doctor();
    world.relate(RelationKind.TREATS, treated.id(), patient.id());
    world.part(RelationKind.TREATS, treated.id(), patient.id());
    var hospital = world.hospital();
    world.relate(RelationKind.ADMITS, hospital.id(), patient.id());
    var elsewhere = world.pair();
    var others = List.of(elsewhere.doctor(), elsewhere.patient(), world.hospital());
    return new Circle(
        uploader, patient, related, pair.doctor(), treated, world.doctor(), hospital, others);
  }

  /// By each of the four ways alike.
  private String reads(Person by, UUID document) {
    var path = "/documents/" + document;
    var answers =
        List.of(
            settled(() -> world.get(by, path).status()),
            settled(() -> world.download(by, path + "/download").statusCode()),
            settled(() -> world.bytes(by, "HEAD", path + "/download").statusCode()),
            settled(() -> world.post(by, path + "/download-token", "").status()));
    return switch (List.copyOf(new TreeSet<>(answers))) {
      case List<Integer> all when all.equals(List.of(200)) -> "+";
      case List<Integer> all when all.equals(List.of(404)) -> "-";
      case List<Integer> _ -> answers.toString();
    };
  }

  /// Who is asked about chats and relations is too late at times.
  private static int settled(Callable<Integer> asked) {
    return await().atMost(Duration.ofSeconds(20)).until(asked, status -> status != 503);
  }

  private UUID uploaded() {
    return world.upload(circle.uploader(), "a.pdf", Samples.pdf(100));
  }

  private UUID filed(String entity) {
    var document = uploaded();
    var form = "document_type=other&entity_id=" + entity.replace(' ', '+');
    var path = "/documents/" + document + "/link";
    assertThat(world.urlencoded(circle.uploader(), path, form).status()).isEqualTo(200);
    return document;
  }

  private UUID listed(String path, String field, Map<String, ?> body) {
    var document = uploaded();
    var whole = new LinkedHashMap<String, Object>(body);
    whole.put(field, List.of(document));
    written(path, whole);
    return document;
  }

  private UUID put(String path, UnaryOperator<Form> more) {
    var document = uploaded();
    var form = more.apply(new Form().field("document_id", document));
    assertThat(world.form(circle.uploader(), path, form).status()).isEqualTo(201);
    return document;
  }

  private UUID sent(String path) {
    var answer = world.form(circle.uploader(), path, new Form().file("a.pdf", Samples.pdf(100)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return UUID.fromString(answer.data().path("document_id").asString());
  }

  private UUID told(UUID document, ChatId chat) {
    var doctor = new DoctorId(circle.party().id());
    var patient = new PatientId(circle.patient().id());
    chats.learn(new DocumentId(document), List.of(new ChatCopies.Sent(chat, doctor, patient)));
    return document;
  }

  private String written(String path, Map<String, ?> body) {
    var answer = world.post(circle.uploader(), path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.data().path("id").asString();
  }
}
