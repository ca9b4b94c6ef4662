package poca.ai.triage;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Finding;

/// What the record knows that rules depend on; it narrows a rule and never is its evidence.
///
/// @param ageDays age in days, null when unknown or known only as "0 years"
/// @param conditions conditions on record, as findings; [Finding#BABY] when the age is known only
///   as "0 years"
public record Background(@Nullable Double ageDays, Set<Finding> conditions) {
  public static final Background UNKNOWN = new Background(null, Set.of());
}
