package poca.auth.credential;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.stream.Stream;

/// A password in Unicode's composed form (NFC): keyboards write the same letters in different ways,
/// and who types `\u00e4` on one of them means the same on another.
final class ComposedPassword {

  /// In UTF-16 units: no password that may be set is longer in any form, and bringing a very long
  /// text to a form takes very long.
  private static final int LONGEST = 8 * PasswordRules.LONGEST;

  private ComposedPassword() {}

  static String of(String password) {
    return in(Form.NFC, password);
  }

  /// The forms in which it may have been hashed: composed, and before that became the rule as it
  /// was typed then. Most passwords have one.
  static List<String> formsOf(String password) {
    return Stream.of(of(password), password, in(Form.NFD, password)).distinct().toList();
  }

  private static String in(Form form, String password) {
    return password.length() <= LONGEST ? Normalizer.normalize(password, form) : password;
  }
}
