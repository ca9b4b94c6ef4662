package poca.platform.text;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A text that stands on one line: a name, a title, a city, a contact. No control character, no end
/// of a line, nothing that turns its direction around. Absent is good.
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = LengthRule.OfOneLine.class)
public @interface OneLine {

  /// Characters, as [Texts#length(String)] counts them; from one on it also must not be blank.
  int min() default 0;

  int max() default 255;

  String message() default "not a text of one line";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
