package poca.chat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final com.tngtech.archunit.core.domain.JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("poca.chat");

  @Test
  void features_do_not_depend_on_each_other_in_a_circle() {
    SlicesRuleDefinition.slices()
        .matching("poca.chat.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void chats_and_messages_do_not_know_how_they_are_delivered() {
    noClasses()
        .that()
        .resideInAnyPackage("poca.chat.chat..", "poca.chat.message..", "poca.chat.overview..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("poca.chat.live..", "org.springframework.web.socket..")
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
