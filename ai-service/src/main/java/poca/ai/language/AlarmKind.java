package poca.ai.language;

import java.util.Locale;

/// The gravest emergencies, which are recognised in every language of the notices.
public enum AlarmKind {
  BREATHING,
  CHEST_PAIN,
  UNCONSCIOUS,
  STROKE,
  BLEEDING,
  SEIZURE,
  SELF_HARM,
  POISONING,
  CHOKING,
  ANAPHYLAXIS,
  BABY;

  /// As it stands in the files and in a rule's id: `chest-pain`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
