package poca.directory.mapping;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import poca.contracts.Uuids;
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

  /// @param relatedAs of an account and a patient only
  record Answer(
      RelationKind kind,
      UUID left,
      UUID right,
      boolean active,
      long version,
      @Nullable RelationType relatedAs) {}

  @GetMapping("/internal/relations/{kind}/{left}/{right}")
  Answer relation(
      @PathVariable String kind, @PathVariable String left, @PathVariable String right) {
    return kind(kind)
        .flatMap(known -> answer(known, id("left", left), id("right", right)))
        .orElseThrow(() -> Refusal.notFound("Relation"));
  }

  private Optional<Answer> answer(RelationKind kind, UUID left, UUID right) {
    return switch (kind) {
      case TREATS -> pair(kind, Pairing.DOCTOR_PATIENT, left, right);
      case EMPLOYS -> pair(kind, Pairing.HOSPITAL_DOCTOR, left, right);
      case ADMITS -> pair(kind, Pairing.HOSPITAL_PATIENT, left, right);
      case RELATED -> pair(kind, Pairing.USER_PATIENT, left, right);
      case OWNS_PATIENT -> pair(kind, Pairing.PATIENT_OWNER, left, right);
      case OWNS_HOSPITAL -> pair(kind, Pairing.HOSPITAL_OWNER, left, right);
      case DOCTOR -> profile(kind, ProfileRegistry.Kind.DOCTOR, left, right);
      case PATIENT -> profile(kind, ProfileRegistry.Kind.PATIENT, left, right);
      case HOSPITAL -> profile(kind, ProfileRegistry.Kind.HOSPITAL, left, right);
    };
  }

  private Optional<Answer> pair(RelationKind kind, Pairing pairing, UUID left, UUID right) {
    return pairs
        .find(pairing, left, right)
        .map(pair -> new Answer(kind, left, right, pair.active(), pair.version(), pair.relation()));
  }

  private Optional<Answer> profile(
      RelationKind kind, ProfileRegistry.Kind profile, UUID left, UUID right) {
    return registry
        .find(left)
        .filter(entry -> entry.kind() == profile && left.equals(right))
        .map(entry -> new Answer(kind, left, right, entry.active(), entry.version(), null));
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
