package poca.auth;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;
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
      Map.ofEntries(
          entry(
              "LoginController.login", "nobody is the caller yet; Logins writes whom it was about"),
          entry("LoginController.refresh", "renewing is no login; Logins writes what is refused"),
          entry("UserController.me", "the own account"),
          entry("KeyController.published", "public keys"),
          entry(
              "WriterKeyController.register",
              "services are nobody; the register is its own record"),
          entry("WriterKeyController.besides", "public keys"),
          entry("ServiceTokenController.token", "services are nobody"),
          entry("InternalSessionController.verdict", "a service asks for each request it has"),
          entry("InternalAccountController.one", "a service asks"),
          entry("InternalAccountController.create", "a service asks; the sign-up writes its row"),
          entry("InternalAccountController.delete", "a service asks; the deletion writes its row"),
          entry(
              "LoginController.secondStep",
              "nobody is the caller yet; Logins writes whom it was about"),
          entry("SessionController.mine", "the own account"),
          entry(
              "RecoveryController.forgot",
              "nobody is the caller; a link that is made of it has its row"),
          entry(
              "RecoveryController.complete",
              "nobody is the caller; NewPasswords and WaysBack write the rows"),
          entry(
              "RecoveryController.linkForOperator", "the operator asks; WaysBack writes the row"));

  @Test
  void every_route_is_audited_unless_there_is_a_reason() {
    var routes =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("poca.auth")
                .stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
                .toList();

    assertThat(routes).hasSizeGreaterThan(20);
    assertThat(
            routes.stream()
                .filter(method -> !isAudited(method))
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .collect(toSet()))
        .isEqualTo(WITHOUT_AUDIT.keySet());
  }

  private static boolean isAudited(JavaMethod method) {
    return method.isAnnotatedWith(Audited.class)
        || method.getOwner().isAnnotatedWith(Audited.class);
  }
}
