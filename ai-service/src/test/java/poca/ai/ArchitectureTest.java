package poca.ai;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final com.tngtech.archunit.core.domain.JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("poca.ai");

  @Test
  void features_do_not_depend_on_each_other_in_a_circle() {
    SlicesRuleDefinition.slices()
        .matching("poca.ai.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void the_interviewer_is_a_pure_library() {
    noClasses()
        .that()
        .resideInAnyPackage("poca.ai.interview..", "poca.ai.triage..", "poca.ai.reading..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "java.sql..", "java.net..")
        .check(CLASSES);
  }

  @Test
  void interviews_do_not_know_how_they_are_delivered() {
    noClasses()
        .that()
        .resideInAnyPackage("poca.ai.session..", "poca.ai.draft..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("poca.ai.live..", "org.springframework.web.socket..")
        .check(CLASSES);
  }

  @Test
  void relations_are_asked_for_through_the_care_team() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("poca.access.relation.Relations")
        .check(CLASSES);
  }

  @Test
  void nobody_but_the_adapters_knows_a_provider() {
    noClasses()
        .that()
        .resideOutsideOfPackage("poca.ai.engine.provider..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.openai..", "com.google..", "io.grpc..", "okhttp3..", "io.github.resilience4j..")
        .check(CLASSES);
  }

  @Test
  void nothing_outside_the_engines_speaks_to_a_provider() {
    noClasses()
        .that()
        .resideOutsideOfPackage("poca.ai.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("poca.ai.engine.provider..")
        .check(CLASSES);
  }
}
