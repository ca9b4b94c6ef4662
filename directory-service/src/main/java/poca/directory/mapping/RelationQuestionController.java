package poca.directory.mapping;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import poca.contracts.Uuids;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.directory.registry.ProfileRegistry;
import poca.platform.web.Refusal;

/// Answers the other services' question about one relation, ended ones included.
@RestController
class RelationQuestionController {

  private final Pairs pairs;
  private final ProfileRegistry registry;

  RelationQuestionController(Pairs pairs, ProfileRegistry registry) {
    this.pairs = pairs;
    this.registry = registry;
  }

  /// The relation, and what the account calls it.
  ///
  /// @param relatedAs of an account and a patient only
  record Answer(
      RelationKind kind,
      UUID left,
      UUID right,
      boolean active,
      long version,
      @Nullable RelationType relatedAs) {

    static Answer of(Relation relation, @Nullable RelationType relatedAs) {
      return new Answer(
          relation.kind(),
          relation.left(),
          relation.right(),
          relation.active(),
          relation.version(),
          relatedAs);
    }
  }

  @GetMapping("/internal/relations/{kind}/{left}/{right}")
  Answer relation(
      @PathVariable String kind, @PathVariable String left, @PathVariable String right) {
    return kind(kind)
        .flatMap(known -> answer(known, id("left", left), id("right", right)))
        .orElseThrow(() -> Refusal.notFound("Relation"));
  }

  private Optional<Answer> answer(RelationKind kind, UUID left, UUID right) {
    return Pairing.of(kind)
        .map(pairing -> pair(pairing, left, right))
        .orElseGet(() -> profile(kind, left, right));
  }

  private Optional<Answer> pair(Pairing pairing, UUID left, UUID right) {
    return pairs
        .find(pairing, left, right)
        .map(pair -> Answer.of(pairing.relation(pair), pair.relation()));
  }

  private Optional<Answer> profile(RelationKind kind, UUID left, UUID right) {
    return registry
        .find(left)
        .map(entry -> entry.relation(left))
        .filter(relation -> relation.kind() == kind && left.equals(right))
        .map(relation -> Answer.of(relation, null));
  }

  private static Optional<RelationKind> kind(String text) {
    return Arrays.stream(RelationKind.values())
        .filter(kind -> kind.wire().equals(text))
        .findFirst();
  }

  private static UUID id(String name, String text) {
    try {
      return Uuids.parse(text);
    } catch (IllegalArgumentException malformed) {
      throw Refusal.invalid("path", name, "uuid", "not a valid UUID");
    }
  }
}
