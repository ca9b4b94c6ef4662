package poca.auth.recovery;

import java.net.URI;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.auth.account.Accounts;
import poca.auth.account.Accounts.Held;
import poca.auth.account.Accounts.Standing;
import poca.auth.credential.Credentials;
import poca.auth.credential.PasswordLinks;
import poca.auth.login.LoginAdmission;
import poca.auth.mail.AccountMail;
import poca.auth.mail.Mailer;
import poca.auth.session.Sessions;
import poca.contracts.AccessBasis;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.platform.text.Email;
import poca.platform.web.Refusal;

/// Makes one-time links that set a new password, and lets them do so.
@Component
class PasswordResetLinks {

  /// How the audit calls a link.
  static final String RESOURCE = "password_link";

  /// Somebody with auth-service's own secret, who is no account.
  private static final Actor OPERATOR = new Actor(null, Role.ADMIN, null);

  private final Accounts accounts;
  private final PasswordLinks links;
  private final Credentials credentials;
  private final Sessions sessions;
  private final RecoverySettings settings;
  private final Mailer mailer;
  private final Audit audit;

  PasswordResetLinks(
      Accounts accounts,
      PasswordLinks links,
      Credentials credentials,
      Sessions sessions,
      RecoverySettings settings,
      Mailer mailer,
      Audit audit) {
    this.accounts = accounts;
    this.links = links;
    this.credentials = credentials;
    this.sessions = sessions;
    this.settings = settings;
    this.mailer = mailer;
    this.audit = audit;
  }

  record Link(URI address, Instant expiresAt) {
    @Override
    public String toString() {
      return "Link, until " + expiresAt;
    }
  }

  /// A link for an admin to hand over; its account is told.
  ///
  /// @throws Refusal 404 for an unknown account, 400 for the own one
  @Transactional
  public Link make(Caller admin, UserId account) {
    return make(Actor.of(admin), accounts.holdAnother(admin, account));
  }

  /// The same for the operator, who may have no admin left that can log in.
  ///
  /// @throws Refusal 404 if no account has this email
  @Transactional
  public Link makeForOperator(Email email) {
    var candidate = accounts.candidate(email.text()).orElseThrow(() -> Refusal.notFound("User"));
    return make(OPERATOR, accounts.hold(candidate.id()).orElseThrow());
  }

  private Link make(Actor actor, Held account) {
    var made = links.makeForAdmin(account.id());
    mailer.send(new AccountMail.PasswordLinkMade(account.id()));
    audit.granted(actor, deed(account), AccessBasis.ADMIN);
    return link(made);
  }

  private Link link(PasswordLinks.Made made) {
    return new Link(settings.link(made.token()), made.expiresAt());
  }

  private static AuditedAction deed(Held account) {
    return Accounts.whose(AuditedAction.create(RESOURCE, account.id().value()), account.role());
  }

  /// A link by mail for whoever has this email; nothing for an account that may not log in.
  @Transactional
  public void mail(UserId account) {
    accounts
        .hold(account)
        .filter(held -> held.standing() == Standing.ACTIVE)
        .ifPresent(held -> {
          var link = link(links.makeForMail(held.id()));
          mailer.send(
              new AccountMail.ForgottenPassword(held.id(), link.address(), link.expiresAt()));
          audit.granted(Actor.UNKNOWN, deed(held), AccessBasis.PUBLIC);
        });
  }

  /// Sets the password that a link is for, which ends every session and every other link.
  ///
  /// @param token not looked at before: it may have been used meanwhile
  /// @return false if it is worth nothing
  @Transactional
  public boolean complete(UserId account, String token, String hash) {
    var held = accounts.hold(account).filter(found -> found.standing() == Standing.ACTIVE);
    if (held.isEmpty() || links.find(token).filter(account::equals).isEmpty()) {
      return false;
    }
    credentials.set(account, hash);
    sessions.endAll(account);
    mailer.send(new AccountMail.PasswordChanged(account));
    audit.granted(
        Actor.of(account, held.get().role()),
        AuditedAction.update(LoginAdmission.PASSWORD, account.value()),
        AccessBasis.TOKEN);
    return true;
  }
}
