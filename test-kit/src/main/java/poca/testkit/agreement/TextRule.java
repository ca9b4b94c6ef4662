package poca.testkit.agreement;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/// What the platform's annotations of texts say. They are known by name: the platform is tested
/// with this room, and so cannot be under it.
final class TextRule {

  private static final String ROOM = "poca.platform.text.";

  private TextRule() {}

  static boolean isVisible(AnnotatedElement element) {
    return has(element, "Visible");
  }

  /// Characters.
  static OptionalLong longest(AnnotatedElement element) {
    return Arrays.stream(element.getAnnotations()).flatMapToLong(TextRule::longest).findAny();
  }

  private static LongStream longest(Annotation annotation) {
    var type = annotation.annotationType();
    try {
      return switch (type.getName()) {
        case ROOM + "OneLine", ROOM + "Prose" ->
            LongStream.of((int) type.getMethod("max").invoke(annotation));
        case ROOM + "Link" -> LongStream.of(type.getField("LONGEST").getInt(null));
        default -> LongStream.empty();
      };
    } catch (ReflectiveOperationException otherRules) {
      throw new IllegalStateException(otherRules);
    }
  }

  private static boolean has(AnnotatedElement element, String name) {
    return Arrays.stream(element.getAnnotations())
        .anyMatch(annotation -> annotation.annotationType().getName().equals(ROOM + name));
  }
}
