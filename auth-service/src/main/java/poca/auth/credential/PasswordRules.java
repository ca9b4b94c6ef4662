package poca.auth.credential;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import poca.platform.text.Texts;
import poca.platform.web.Refusal;

/// Checks a password that is to be set (contract 1.5). Login asks nothing of it.
@Component
public class PasswordRules {

  static final int LONGEST = 128;
  private static final int COMMON = 10_000;

  private final PasswordSettings settings;
  private final Set<String> common;

  PasswordRules(PasswordSettings settings) {
    this.settings = settings;
    this.common = settings.blocklist() ? mostCommon() : Set.of();
  }

  /// zxcvbn's list is in the order of frequency and lower-case.
  private static Set<String> mostCommon() {
    try {
      var all = StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies();
      return new HashSet<>(all.subList(0, COMMON));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param field the name under which the password was sent
  /// @throws Refusal 422 if it may not be set
  public void require(String field, String password) {
    objection(field, password)
        .ifPresent(error -> {
          throw Refusal.invalid(List.of(error));
        });
  }

  Optional<Refusal.FieldError> objection(String field, String password) {
    var composed = ComposedPassword.of(password);
    var length = Texts.length(composed);
    if (length < settings.minLength()) {
      return error(
          field, "string_too_short", "must have at least " + settings.minLength() + " characters");
    }
    if (length > LONGEST) {
      return error(field, "string_too_long", "must have at most " + LONGEST + " characters");
    }
    if (common.contains(composed.toLowerCase(Locale.ROOT))) {
      return error(field, "value_error", "is one of the most common passwords");
    }
    return Optional.empty();
  }

  private static Optional<Refusal.FieldError> error(String field, String type, String message) {
    return Optional.of(new Refusal.FieldError(List.of("body", field), message, type));
  }
}
