package poca.auth.account;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import poca.access.audit.Actor;
import poca.contracts.Role;
import poca.platform.text.Email;
import poca.platform.web.Refusal;

/// Makes the first admin from the configuration, if there is no admin.
@Component
class FirstAdmin implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

  private final FirstAdminSettings settings;
  private final Admins admins;
  private final SignUps signUps;

  FirstAdmin(FirstAdminSettings settings, Admins admins, SignUps signUps) {
    this.settings = settings;
    this.admins = admins;
    this.signUps = signUps;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!settings.isSet() || admins.any()) {
      return;
    }
    var email =
        Email.of(settings.email())
            .orElseThrow(() -> new IllegalStateException("POCA_ADMIN_EMAIL is no email address"));
    try {
      var made =
          signUps.signUpFirstAdmin(
              new NewAccount(
                  email,
                  settings.password(),
                  Role.ADMIN,
                  email.localPart(),
                  null,
                  null,
                  Map.of(),
                  Actor.UNKNOWN),
              "settings");
      log.info("first admin {} made", made.user());
    } catch (Refusal refusal) {
      switch (refusal.code()) {
        case VAL_001 ->
            throw new IllegalStateException(
                "POCA_ADMIN_PASSWORD may not be set: too short, too long or too common");
        case RES_002 -> log.error("POCA_ADMIN_EMAIL belongs to another account: no admin is made");
        case AUTH_003 -> log.info("another instance made the first admin");
        default -> throw refusal;
      }
    }
  }
}
