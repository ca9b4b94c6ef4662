package poca.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("poca.access");

  @Test
  void packages_do_not_depend_on_each_other_in_a_circle() {
    SlicesRuleDefinition.slices()
        .matching("poca.access.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  /// Whoever makes one more public says so here.
  @Test
  void what_services_may_use_is_a_short_list() {
    assertThat(
            CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && isPublic(type))
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "AccessDecision",
            "ActingAs",
            "Actor",
            "Audit",
            "Audited",
            "Caller",
            "Callers",
            "CareTeam",
            "AuditedAction",
            "Delegation",
            "EntryColumns",
            "ConnectionLogins",
            "OnlyFor",
            "RelationEnded",
            "Relations",
            "AuditHashes",
            "SessionCheck",
            "SessionClosed",
            "TokenVerifier");
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC);
  }
}
