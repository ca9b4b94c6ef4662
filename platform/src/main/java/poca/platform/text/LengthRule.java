package poca.platform.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/// Says which of its bounds a text is beyond.
final class LengthRule {

  private final int min;
  private final int max;

  private LengthRule(int min, int max) {
    this.min = min;
    this.max = max;
  }

  private boolean holds(String text, ConstraintValidatorContext context) {
    var length = Texts.length(text);
    if (length < min) {
      return says(context, "must have at least " + min + " characters");
    }
    if (min > 0 && Texts.isBlank(text)) {
      return says(context, "must not be blank");
    }
    return length <= max || says(context, "must have at most " + max + " characters");
  }

  private static boolean says(ConstraintValidatorContext context, String message) {
    context.disableDefaultConstraintViolation();
    context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
    return false;
  }

  static final class OfOneLine implements ConstraintValidator<OneLine, String> {
    private LengthRule length = new LengthRule(0, 0);

    @Override
    public void initialize(OneLine line) {
      length = new LengthRule(line.min(), line.max());
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return text == null
          || (Texts.isOneLine(text)
              ? length.holds(text, context)
              : says(context, "must have no control characters and no ends of lines"));
    }
  }

  static final class OfProse implements ConstraintValidator<Prose, String> {
    private LengthRule length = new LengthRule(0, 0);

    @Override
    public void initialize(Prose prose) {
      length = new LengthRule(prose.min(), prose.max());
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return text == null || length.holds(text, context);
    }
  }
}
