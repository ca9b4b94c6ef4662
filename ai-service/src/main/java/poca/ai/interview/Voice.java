package poca.ai.interview;

/// How a question speaks of the patient: as the reader, their baby or child, or another person.
enum Voice {
  YOU("you", "your", "you"),
  YOUR_BABY("your baby", "your baby's", "your baby"),
  YOUR_CHILD("your child", "your child's", "your child"),
  THE_BABY("the baby", "the baby's", "the baby"),
  THE_CHILD("the child", "the child's", "the child"),
  HE("he", "his", "him"),
  SHE("she", "her", "her"),
  THE_PATIENT("the patient", "the patient's", "the patient");

  private final String who;
  private final String whose;
  private final String whom;

  Voice(String who, String whose, String whom) {
    this.who = who;
    this.whose = whose;
    this.whom = whom;
  }

  boolean isBaby() {
    return this == YOUR_BABY || this == THE_BABY;
  }

  /// Fills in `{have}`, `{do}`, `{are}`, `{were}`, `{who}`, `{whose}`, `{whom}` and makes the first
  /// letter a capital.
  String speak(String template) {
    boolean you = this == YOU;
    var text =
        template
            .replace("{have}", (you ? "have " : "has ") + who)
            .replace("{do}", (you ? "do " : "does ") + who)
            .replace("{are}", (you ? "are " : "is ") + who)
            .replace("{were}", (you ? "were " : "was ") + who)
            .replace("{whose}", whose)
            .replace("{whom}", whom)
            .replace("{who}", who);
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
