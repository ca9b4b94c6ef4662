package poca.access.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poca.contracts.AccessBasis;
import poca.contracts.Role;
import poca.contracts.SessionId;
import poca.contracts.UserId;
import poca.platform.web.Refusal;

class AccessDecisionTest {

  private static final UUID ID = UUID.fromString("0193a000-0000-7000-8000-000000000001");

  @ParameterizedTest
  @EnumSource(Role.class)
  void a_role_is_let_on_its_own_line(Role role) {
    var decision =
        about(role)
            .doctor(AccessBasis.TREATS, doctor -> doctor.value().equals(ID))
            .patient(AccessBasis.RELATED, account -> account.value().equals(ID))
            .hospital(AccessBasis.LINKED, account -> account.value().equals(ID));

    var basis =
        switch (role) {
          case ADMIN -> AccessBasis.ADMIN;
          case DOCTOR -> AccessBasis.TREATS;
          case PATIENT -> AccessBasis.RELATED;
          case HOSPITAL -> AccessBasis.LINKED;
        };
    assertThat(decision.orRefuse()).isEqualTo(basis);
    assertThat(decision.basis()).contains(basis);
    assertThat(decision.isLet()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
  void what_does_not_hold_lets_nobody(Role role) {
    refused(
        about(role)
            .doctor(AccessBasis.TREATS, _ -> false)
            .patient(AccessBasis.RELATED, _ -> false)
            .hospital(AccessBasis.LINKED, _ -> false));
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
  void a_role_without_a_line_is_refused(Role role) {
    refused(about(role));
  }

  @Test
  void another_roles_line_is_not_asked_and_lets_nobody() {
    refused(
        about(Role.HOSPITAL)
            .doctor(AccessBasis.TREATS, _ -> askedInVain())
            .patient(AccessBasis.RELATED, _ -> askedInVain()));
  }

  @Test
  void the_first_line_that_holds_is_the_basis_and_the_last_asked() {
    assertThat(
            about(Role.DOCTOR)
                .doctor(AccessBasis.SELF, _ -> false)
                .doctor(AccessBasis.TREATS, _ -> true)
                .doctor(AccessBasis.ROLE, _ -> askedInVain())
                .orRefuse())
        .isEqualTo(AccessBasis.TREATS);
  }

  private static AccessDecision about(Role role) {
    return AccessDecision.about(new Caller(new UserId(ID), role, new SessionId(ID), ID, "token"));
  }

  private static void refused(AccessDecision decision) {
    assertThat(decision.isLet()).isFalse();
    assertThat(decision.basis()).isEmpty();
    assertThatThrownBy(decision::orRefuse)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(403));
  }

  private static boolean askedInVain() {
    throw new AssertionError("nobody should ask");
  }
}
