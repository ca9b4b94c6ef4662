package poca.contracts.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationChanged;
import poca.contracts.fact.RelationFact.RelationKind;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The wire form of every fact, held against a golden sample: a renamed or retyped field is a break
/// that needs a new topic version.
class FactContractTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final List<Topic<?>> TOPICS =
      List.of(
          RelationFact.TOPIC,
          PhotoFact.TOPIC,
          AccountFact.TOPIC,
          SessionFact.TOPIC,
          ChatFact.TOPIC,
          MessageFact.TOPIC,
          AiSessionFact.TOPIC,
          AiSessionStateFact.TOPIC,
          AppointmentFact.TOPIC,
          WaitlistFact.TOPIC,
          RecordFact.TOPIC,
          AuditFact.TOPIC,
          EventFact.TOPIC);

  static List<Topic<?>> topics() {
    return TOPICS;
  }

  static Stream<Class<? extends Fact>> facts() {
    return TOPICS.stream().flatMap(topic -> topic.types().values().stream());
  }

  @ParameterizedTest
  @MethodSource("facts")
  void a_fact_reads_its_golden_sample_and_writes_it_again(Class<? extends Fact> type) {
    var golden = golden(type);

    var written = JSON.readTree(JSON.writeValueAsString(JSON.treeToValue(golden, type)));

    assertThat(written).isEqualTo(golden);
  }

  @ParameterizedTest
  @MethodSource("facts")
  void a_field_from_the_future_is_passed_over(Class<? extends Fact> type) {
    var future = ((ObjectNode) golden(type)).put("addedLater", "x");

    assertThat(JSON.treeToValue(future, type)).isEqualTo(JSON.treeToValue(golden(type), type));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void a_fact_has_a_key(Class<? extends Fact> type) {
    assertThat(JSON.treeToValue(golden(type), type).key()).isNotBlank().hasSizeLessThan(120);
  }

  @Test
  void topics_are_named_service_plural_version_and_types_are_unique() {
    assertThat(TOPICS)
        .extracting(Topic::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+\\.[a-z-]+s\\.v[1-9]"));
    assertThat(facts().map(Class::getSimpleName).toList()).doesNotHaveDuplicates();
  }

  @Test
  void an_unknown_type_is_nobody() {
    assertThat(RelationFact.TOPIC.type("DoctorPatientTeleported")).isEmpty();
  }

  @Test
  void the_kinds_of_relations_keep_their_spelling() {
    assertThat(RelationKind.values())
        .extracting(RelationKind::wire)
        .containsExactly(
            "treats",
            "employs",
            "admits",
            "related",
            "owns-patient",
            "owns-hospital",
            "doctor",
            "patient",
            "hospital");
  }

  @Test
  void a_relation_is_keyed_by_its_kind_and_both_sides_however_it_stands() {
    var id = new UUID(0, 1);
    var began = new RelationChanged(new Relation(RelationKind.TREATS, id, id, true, 1), null);
    var ended = new RelationChanged(new Relation(RelationKind.TREATS, id, id, false, 2), null);

    assertThat(began.key()).isEqualTo(ended.key()).isEqualTo("treats:" + id + ":" + id);
  }

  private static JsonNode golden(Class<?> type) {
    var name = "/golden/" + type.getSimpleName() + ".json";
    try (var in = FactContractTest.class.getResourceAsStream(name)) {
      assertThat(in).as("golden sample " + name).isNotNull();
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
