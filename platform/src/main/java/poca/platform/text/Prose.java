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

/// A text of any number of lines: a description, a summary, an address. Absent is good.
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = LengthRule.OfProse.class)
public @interface Prose {

  /// Characters, as [Texts#length(String)] counts them; from one on it also must not be blank.
  int min() default 0;

  int max() default 20_000;

  String message() default "not a text of this length";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
