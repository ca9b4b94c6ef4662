package poca.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMapping;
import poca.access.audit.Audited;

class AuditedRoutesTest {

  private static final Map<String, String> WITHOUT_AUDIT =
      Map.of(
          "AvailabilityController.availability",
          "a doctor's free times; they say nothing of anyone",
          "WorkingHoursController.read",
          "the same",
          "CalendarFeedController.read",
          "writes itself who was read; a guess leaves nothing");

  @Test
  void every_route_is_audited_unless_there_is_a_reason() {
    var routes =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("poca.appointment")
                .stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
                .toList();

    assertThat(routes).hasSizeGreaterThan(10);
    assertThat(routes)
        .filteredOn(method -> !isAudited(method))
        .extracting(method -> method.getOwner().getSimpleName() + "." + method.getName())
        .containsExactlyInAnyOrderElementsOf(WITHOUT_AUDIT.keySet());
  }

  private static boolean isAudited(JavaMethod method) {
    return method.isAnnotatedWith(Audited.class)
        || method.getOwner().isAnnotatedWith(Audited.class);
  }
}
