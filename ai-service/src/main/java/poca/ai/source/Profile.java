package poca.ai.source;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Intake;

/// The patient's profile in words, as statements may name it.
final class Profile {

  private static final int MOST_ITEMS = 30;

  private Profile() {}

  static List<String> lines(Intake.PatientRecord patient) {
    var lines = new ArrayList<String>();
    var days = patient.ageDays();
    var years = patient.ageYears();
    var basics = new StringJoiner(" ");
    if (years != null) basics.add("Age " + years + " years old, " + years + " year old.");
    if (days != null && days < 800) {
      basics.add("Age " + days + " days old.");
      basics.add("Age " + days / 7 + " weeks old.");
      basics.add("Age " + (int) (days / 30.4375) + " months old.");
      basics.add("Age " + (int) ((days + 2) / 30.4375) + " months old.");
    }
    if (patient.gender() != null)
      basics.add("Gender " + patient.gender() + ", " + person(patient.gender(), years) + ".");
    if (patient.weightKg() != null) basics.add("Weight " + patient.weightKg() + " kg.");
    if (patient.heightCm() != null) basics.add("Height " + patient.heightCm() + " cm.");
    if (patient.bloodGroup() != null) basics.add("Blood group " + patient.bloodGroup() + ".");
    if (basics.length() > 0) lines.add(basics.toString());
    patient.allergies().stream()
        .limit(MOST_ITEMS)
        .forEach(item -> lines.add("Allergy on record: allergic to " + item));
    patient.conditions().stream()
        .limit(MOST_ITEMS)
        .forEach(item -> lines.add("Condition on record: " + item));
    patient.medications().stream()
        .limit(MOST_ITEMS)
        .forEach(item -> lines.add("Regular medication on record: " + item));
    if (patient.relation() != null) lines.add("Relation on record: " + patient.relation());
    return lines;
  }

  private static String person(String gender, @Nullable Integer years) {
    boolean child = years != null && years < 16;
    return switch (gender) {
      case "female" -> child ? "girl daughter" : "woman";
      case "male" -> child ? "boy son" : "man";
      default -> "";
    };
  }
}
