package poca.ai.interview;

import java.util.Set;
import poca.ai.reading.DetailKind;
import poca.ai.reading.Finding;

/// Something worth asking for a complaint.
sealed interface QuestionTopic {

  /// For whom it is worth asking.
  enum When {
    ALWAYS,
    UNDER_5,
    FROM_5,
    FROM_10,
    FROM_12,
    /// The old: a known age only.
    FROM_65,
    /// Women and girls from 12 to 50 years, and those whose sex is unknown but not their age.
    MAY_BE_PREGNANT,
    AGE_UNKNOWN
  }

  /// @param with asked only of those who have one of these, by word or record; of all when empty
  /// @param decides whether the answer alone can make an emergency of it, so that it is asked first
  /// @param optional asked only while few questions have been needed
  record Terms(When when, Set<Finding> with, boolean decides, boolean optional) {

    static final Terms NONE = new Terms(When.ALWAYS, Set.of(), false, false);

    Terms only(When when) {
      return new Terms(when, with, decides, optional);
    }

    Terms with(Set<Finding> findings) {
      return new Terms(when, findings, decides, optional);
    }

    Terms deciding() {
      return new Terms(when, with, true, optional);
    }

    Terms ifTimeAllows() {
      return new Terms(when, with, decides, true);
    }
  }

  Terms terms();

  QuestionTopic on(Terms terms);

  /// A detail, asked with a sentence of its own; `{it}` is the complaint.
  record About(DetailKind ask, String template, Terms terms) implements QuestionTopic {
    @Override
    public QuestionTopic on(Terms terms) {
      return new About(ask, template, terms);
    }
  }

  /// Signs, the most important first; each is asked by itself, and those already known are left
  /// out.
  record AnyOf(Set<Finding> findings, Terms terms) implements QuestionTopic {
    @Override
    public QuestionTopic on(Terms terms) {
      return new AnyOf(findings, terms);
    }
  }

  /// One finding that needs a sentence of its own.
  record Whether(Finding finding, String template, Terms terms) implements QuestionTopic {
    @Override
    public QuestionTopic on(Terms terms) {
      return new Whether(finding, template, terms);
    }
  }

  static QuestionTopic about(DetailKind detailKind, String template) {
    return new About(detailKind, template, Terms.NONE);
  }

  static QuestionTopic whether(Finding finding, String template) {
    return new Whether(finding, template, Terms.NONE);
  }

  default QuestionTopic only(When when) {
    return on(terms().only(when));
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
