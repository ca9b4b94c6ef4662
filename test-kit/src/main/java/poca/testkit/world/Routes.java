package poca.testkit.world;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The routes of a service, read off its controllers.
public final class Routes {

  private Routes() {}

  /// Those that carry the annotation neither themselves nor on their controller, as
  /// `Controller.method`.
  public static Set<String> without(Class<? extends Annotation> annotation, String ofPackage) {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    var controllers = scanner.findCandidateComponents(ofPackage);
    assertFalse(controllers.isEmpty(), "no controller in " + ofPackage);
    var names = new TreeSet<String>();
    for (var found : controllers) {
      var controller = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
      if (!controller.isAnnotationPresent(annotation)) {
        Arrays.stream(controller.getDeclaredMethods())
            .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
            .filter(method -> !method.isAnnotationPresent(annotation))
            .forEach(method -> names.add(controller.getSimpleName() + "." + method.getName()));
      }
    }
    return names;
  }
}
