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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A date that has been, not longer ago than so many years. Today is where the validator's clock
/// is. Absent is good.
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WithinYears.Rule.class)
public @interface WithinYears {

  int value();

  String message() default "must be between {value} years ago and today";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /// Public for the validator only.
  final class Rule implements ConstraintValidator<WithinYears, LocalDate> {
    private int years;

    @Override
    public void initialize(WithinYears within) {
      years = within.value();
    }

    @Override
    public boolean isValid(@Nullable LocalDate date, ConstraintValidatorContext context) {
      if (date == null) {
        return true;
      }
      var today = LocalDate.now(context.getClockProvider().getClock());
      return !date.isAfter(today) && !date.isBefore(today.minusYears(years));
    }
  }
}
