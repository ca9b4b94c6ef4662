package poca.ai.interview;

import java.util.Set;
import poca.ai.reading.Ask;
import poca.ai.reading.Finding;

/// Something worth asking for a complaint.
sealed interface Topic {

  /// For whom it is worth asking.
  enum When {
    ALWAYS,
    UNDER_5,
    FROM_5,
    /// Women and girls from 12 to 50 years, and those whose sex is unknown but not their age.
    MAY_BE_PREGNANT,
    AGE_UNKNOWN
  }

  When when();

  /// Asked only while few questions have been needed.
  boolean optional();

  /// A detail, asked with a sentence of its own; `{it}` is the complaint.
  record About(Ask ask, String template, When when, boolean optional) implements Topic {}

  /// Findings asked together; those already known are left out.
  record AnyOf(Set<Finding> findings, When when, boolean optional) implements Topic {}

  /// One finding that needs a sentence of its own.
  record Whether(Finding finding, String template, When when, boolean optional) implements Topic {}

  static Topic about(Ask ask, String template) {
    return new About(ask, template, When.ALWAYS, false);
  }

  static Topic whether(Finding finding, String template) {
    return new Whether(finding, template, When.ALWAYS, false);
  }

  default Topic only(When when) {
    return switch (this) {
      case About t -> new About(t.ask, t.template, when, t.optional);
      case AnyOf t -> new AnyOf(t.findings, when, t.optional);
      case Whether t -> new Whether(t.finding, t.template, when, t.optional);
    };
  }

  default Topic ifTimeAllows() {
    return switch (this) {
      case About t -> new About(t.ask, t.template, t.when, true);
      case AnyOf t -> new AnyOf(t.findings, t.when, true);
      case Whether t -> new Whether(t.finding, t.template, t.when, true);
    };
  }

  /// The findings that it asks for.
  default Set<Finding> findings() {
    return switch (this) {
      case About _ -> Set.of();
      case AnyOf t -> t.findings;
      case Whether t -> Set.of(t.finding);
    };
  }
}
