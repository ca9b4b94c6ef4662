package poca.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "poca.contracts", importOptions = DoNotIncludeTests.class)
class DependenciesTest {

  @ArchTest
  static final ArchRule contracts_know_the_jdk_and_annotations_only =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "poca.contracts..",
              "java..",
              "org.jspecify..",
              "jakarta.persistence..",
              "com.fasterxml.jackson.annotation..");
}
