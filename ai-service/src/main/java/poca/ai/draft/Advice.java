package poca.ai.draft;

import static poca.ai.reading.Finding.*;

import java.util.Set;
import poca.ai.reading.Finding;

/// What a doctor would answer to a complaint.
///
/// @param to the findings it is for
/// @param text what to do
/// @param comeBack what must not be waited with; empty where nothing is waited with
/// @param visit how soon a doctor wants to see it whatever the rules say
record Advice(Set<Finding> to, String text, String comeBack, Visit visit) {

  enum Visit {
    IF_NOT_BETTER,
    WANTED,
    TODAY,
    /// With the reply to an emergency alone: what to do until help is there.
    NOW
  }

  static final Set<Finding> LOSING_FLUID = Set.of(DIARRHOEA, VOMITING, NAUSEA, PERSISTENT_VOMITING);

  /// For which paracetamol is an answer. Not for pain in chest or belly, which it would hide.
  static final Set<Finding> FEVER_OR_PAIN =
      Set.of(
          FEVER,
          HEADACHE,
          EAR_PAIN,
          SORE_THROAT,
          BODY_ACHE,
          TOOTHACHE,
          BACK_PAIN,
          LIMB_PAIN,
          PERIOD_PROBLEM);
}
