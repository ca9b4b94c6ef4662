package poca.records;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final com.tngtech.archunit.core.domain.JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("poca.records");

  @Test
  void features_do_not_depend_on_each_other_in_a_circle() {
    SlicesRuleDefinition.slices()
        .matching("poca.records.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void only_the_storage_talks_to_the_object_store() {
    noClasses()
        .that()
        .resideOutsideOfPackage("poca.records.storage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.minio..", "okhttp3..")
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
}
