package poca.ai.triage;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Finding;

/// Holds what the record knows that rules depend on; it narrows a rule and never is its evidence.
///
/// @param ageDays age in days, null when unknown or known only as "0 years"
/// @param conditions conditions on record, as findings; [Finding#BABY] when the age is known only
///   as "0 years"
/// @param classes of medicines and conditions on record, as `clinical/words/medicine-classes.tsv`
///   calls them
public record Background(
    @Nullable Double ageDays,
    Set<Finding> conditions,
    Set<String> classes,
    @Nullable Double weightKg) {

  public Background {
    classes = Set.copyOf(classes);
  }

  public Background(@Nullable Double ageDays, Set<Finding> conditions) {
    this(ageDays, conditions, Set.of(), null);
  }

  public static final Background UNKNOWN = new Background(null, Set.of());
}
