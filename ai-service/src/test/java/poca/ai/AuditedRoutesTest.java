package poca.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;

/// Whoever adds a route decides here whether its use is written down.
class AuditedRoutesTest {

  @Test
  void every_route_of_people_is_audited() {
    // what services ask each other is nobody's access
    assertThat(unaudited()).containsExactly("PeerController.session");
  }

  private static TreeSet<String> unaudited() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    var names = new TreeSet<String>();
    for (var found : scanner.findCandidateComponents("poca.ai")) {
      var controller = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
      Arrays.stream(controller.getDeclaredMethods())
          .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
          .filter(method -> !isAudited(method))
          .forEach(method -> names.add(controller.getSimpleName() + "." + method.getName()));
    }
    return names;
  }

  private static boolean isAudited(Method method) {
    return method.isAnnotationPresent(Audited.class)
        || method.getDeclaringClass().isAnnotationPresent(Audited.class);
  }
}
