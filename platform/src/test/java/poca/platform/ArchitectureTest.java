package poca.platform;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("poca.platform");

  /// Of the contracts only what is no word of the product: errors, ids as text, and that there are
  /// facts and topics at all.
  private static final Set<String> KNOWN_CONTRACTS =
      Set.of(
          "poca.contracts.ErrorCode",
          "poca.contracts.Uuids",
          "poca.contracts.fact.Fact",
          "poca.contracts.fact.Topic",
          "poca.contracts.fact.Topic$Keeping",
          "poca.contracts.fact.SignedFact",
          "poca.contracts.fact.WriterKey",
          "poca.contracts.fact.WriterKeys");

  @Test
  void platform_knows_no_role_no_patient_and_no_other_word_of_the_product() {
    noClasses()
        .should()
        .dependOnClassesThat(
            describe(
                "are a word of the product",
                type ->
                    type.getPackageName().startsWith("poca.")
                        && !type.getPackageName().startsWith("poca.platform")
                        && !KNOWN_CONTRACTS.contains(type.getBaseComponentType().getName())))
        .check(CLASSES);
  }

  @Test
  void platform_has_no_login_of_its_own() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.security..", "com.nimbusds..")
        .check(CLASSES);
  }

  @Test
  void packages_do_not_depend_on_each_other_in_a_circle() {
    SlicesRuleDefinition.slices()
        .matching("poca.platform.(*)..")
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
            "Announcements",
            "Change",
            "ChangeValue",
            "ClientFrame",
            "CloseReason",
            "Connection",
            "ConnectionHandler",
            "Connections",
            "EventStreams",
            "Delivery",
            "Email",
            "EmailAddress",
            "ErrorBody",
            "ErrorWriter",
            "FormText",
            "IdSource",
            "Link",
            "OneLine",
            "Outbox",
            "Page",
            "Paging",
            "Peer",
            "Peers",
            "Prose",
            "Refusal",
            "RefusalObserver",
            "Reply",
            "ScratchFolder",
            "Seal",
            "SocketEndpoint",
            "Sql",
            "Storable",
            "Subscription",
            "Texts",
            "TypedIdNaming",
            "Visible",
            "WithinYears",
            "WriterKeyStore");
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC);
  }
}
