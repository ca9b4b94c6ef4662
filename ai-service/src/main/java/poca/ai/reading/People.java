package poca.ai.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The words for people: relatives, friends and children.
final class People {

  static final Set<String> KIN =
      Set.of(
          "father",
          "mother",
          "dad",
          "daddy",
          "mum",
          "mom",
          "mama",
          "papa",
          "brother",
          "sister",
          "uncle",
          "aunt",
          "aunty",
          "grandfather",
          "grandmother",
          "grandpa",
          "grandma",
          "granny",
          "gran",
          "nan",
          "nana",
          "grandad",
          "nephew",
          "niece",
          "cousin",
          "husband",
          "wife",
          "partner",
          "boyfriend",
          "girlfriend",
          "friend",
          "neighbour",
          "neighbor",
          "colleague",
          "coworker",
          "roommate",
          "classmate",
          "classmates",
          "teacher",
          "parents",
          "family",
          "siblings",
          "sibling",
          "relatives",
          "relative",
          "inlaw",
          "colleagues",
          "friends");
  static final Set<String> CHILD =
      Set.of(
          "baby",
          "son",
          "daughter",
          "child",
          "kid",
          "toddler",
          "newborn",
          "infant",
          "boy",
          "girl",
          "children",
          "kids",
          "lo",
          "twins",
          "twin");

  private static final Set<String> MALE =
      StatedClauses.words(
          """
          father dad daddy papa brother uncle grandfather grandpa grandad nephew husband boyfriend
          """);
  private static final Set<String> FEMALE =
      StatedClauses.words(
          """
          mother mum mom mama sister aunt aunty grandmother grandma granny gran nan nana niece wife
          girlfriend
          """);

  private People() {}

  /// The words for people.
  static List<String> words() {
    return Stream.of(KIN, CHILD).flatMap(Set::stream).toList();
  }

  /// A word for a child, or "old" in "3 weeks old"; years count after "my" only, since adults have
  /// them too.
  static boolean isChild(List<Word> words, int at) {
    var text = words.get(at).text();
    if (CHILD.contains(text) || (text.length() > 3 && CHILD.contains(singular(text)))) return true;
    if (!text.equals("old") || at < 2) return false;
    if (Set.of("days", "weeks", "months").contains(words.get(at - 1).text())) return true;
    return words.get(at - 1).text().equals("years")
        && at > 2
        && words.get(at - 3).text().equals("my");
  }

  /// The word for a relative or friend, in the singular; null if it is none.
  static @Nullable String kin(String text) {
    var one = singular(text);
    if (text.length() > 3 && KIN.contains(one)) return one;
    return KIN.contains(text) ? text : null;
  }

  /// "She has the cold her brother brought, but she is grunting": no "she" is a brother.
  static boolean isOfOtherSex(String kin, boolean he, boolean she) {
    return (she && !he && MALE.contains(kin)) || (he && !she && FEMALE.contains(kin));
  }

  /// What happened to them is seldom told as mere history.
  static boolean isPartnerNamed(List<Word> words) {
    return words.stream()
        .anyMatch(word ->
            Set.of("husband", "wife", "partner", "boyfriend", "girlfriend").contains(word.text()));
  }

  static String singular(String text) {
    return text.endsWith("s") ? text.substring(0, text.length() - 1) : text;
  }
}
