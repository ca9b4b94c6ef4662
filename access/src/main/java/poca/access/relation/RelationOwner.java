package poca.access.relation;

import java.util.Optional;
import java.util.UUID;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationKind;

/// Knows for certain.
@FunctionalInterface
interface RelationOwner {

  /// The relation as it stands, ended ones included; empty if there never was one.
  ///
  /// @throws poca.platform.web.Refusal 503 if the owner cannot be asked
  Optional<Relation> ask(RelationKind kind, UUID left, UUID right);
}
