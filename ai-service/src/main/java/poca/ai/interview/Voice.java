package poca.ai.interview;

/// How a question speaks of the patient: as the reader, their baby or child, or another person.
enum Voice {
  YOU("you", "your"),
  YOUR_BABY("your baby", "your baby's"),
  YOUR_CHILD("your child", "your child's"),
  THE_BABY("the baby", "the baby's"),
  THE_CHILD("the child", "the child's"),
  HE("he", "his"),
  SHE("she", "her"),
  THE_PATIENT("the patient", "the patient's");

  private final String who;
  private final String whose;

  Voice(String who, String whose) {
    this.who = who;
    this.whose = whose;
  }

  boolean isBaby() {
    return this == YOUR_BABY || this == THE_BABY;
  }

  /// Fills in `{have}`, `{do}`, `{are}`, `{who}`, `{whose}` and makes the first letter a capital.
  String speak(String template) {
    boolean you = this == YOU;
    var text =
        template
            .replace("{have}", (you ? "have " : "has ") + who)
            .replace("{do}", (you ? "do " : "does ") + who)
            .replace("{are}", (you ? "are " : "is ") + who)
            .replace("{whose}", whose)
            .replace("{who}", who);
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
