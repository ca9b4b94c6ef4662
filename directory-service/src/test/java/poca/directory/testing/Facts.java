package poca.directory.testing;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import poca.contracts.fact.RelationFact;

/// What the directory told the other services.
public final class Facts {

  private final List<RelationFact> told = new CopyOnWriteArrayList<>();

  void add(RelationFact fact) {
    told.add(fact);
  }

  /// The facts of one relation, `treats:...`, in the order in which they came.
  public List<RelationFact> of(String kind, UUID left, UUID right) {
    var key = kind + ":" + left + ":" + right;
    return told.stream().filter(fact -> fact.key().equals(key)).toList();
  }
}
