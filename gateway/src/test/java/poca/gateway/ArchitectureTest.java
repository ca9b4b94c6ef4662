package poca.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private final JavaClasses gateway =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("poca.gateway");

  @Test
  void features_do_not_need_each_other_in_circles() {
    slices().matching("poca.gateway.(*)..").should().beFreeOfCycles().check(gateway);
  }

  @Test
  void the_gateway_has_no_servlets_and_no_database_and_never_waits_on_an_event_loop() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.servlet..", "java.sql..", "javax.sql..", "org.springframework.jdbc..")
        .check(gateway);
    noClasses()
        .should()
        .callMethod(reactor.core.publisher.Mono.class, "block")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .check(gateway);
  }
}
