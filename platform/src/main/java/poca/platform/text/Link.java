package poca.platform.text;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a reader may be sent: an address of the web, or a document of ours. Any other scheme would
/// run in the page that shows it, or open what is on the reader's machine. Absent is good.
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Link.Rule.class)
public @interface Link {

  /// Characters.
  int LONGEST = 2048;

  String message() default "must be an http or https address";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /// Public for the validator only.
  final class Rule implements ConstraintValidator<Link, String> {

    private static final Set<String> WEB = Set.of("http", "https");
    private static final Pattern OWN_DOCUMENT =
        Pattern.compile("/api/v1/documents/[0-9a-fA-F-]{36}/download");

    @Override
    public boolean isValid(@Nullable String link, ConstraintValidatorContext context) {
      return link == null
          || (Texts.length(link) <= LONGEST
              && Texts.isOneLine(link)
              && (OWN_DOCUMENT.matcher(link).matches() || isOfTheWeb(link)));
    }

    private static boolean isOfTheWeb(String link) {
      try {
        var address = new URI(link);
        var scheme = address.getScheme();
        return scheme != null
            && WEB.contains(scheme.toLowerCase(Locale.ROOT))
            && !Texts.isBlank(address.getRawAuthority());
      } catch (URISyntaxException notAnAddress) {
        return false;
      }
    }
  }
}
