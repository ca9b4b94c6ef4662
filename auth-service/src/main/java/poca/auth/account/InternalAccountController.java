package poca.auth.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Actor;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.platform.text.Email;
import poca.platform.text.EmailAddress;
import poca.platform.text.OneLine;
import poca.platform.text.Prose;
import poca.platform.web.Refusal;

/// Accounts as other services see and make them; service tokens only.
@RestController
@RequestMapping("/internal/accounts")
class InternalAccountController {

  private final Accounts accounts;
  private final SignUps signUps;

  InternalAccountController(Accounts accounts, SignUps signUps) {
    this.accounts = accounts;
    this.signUps = signUps;
  }

  record AccountBody(
      UserId id,
      Role role,
      boolean active,
      @Nullable String name,
      @Nullable String contact,
      @Nullable String email,
      long version) {}

  /// @param profile is handed to the directory as it is
  /// @param by the admin for whom the service asks, as far as it says
  record NewAccountBody(
      @NotNull @EmailAddress String email,
      @NotNull String password,
      @NotNull Role role,
      @OneLine @Nullable String name,
      @OneLine @Nullable String contact,
      @Prose(max = 255) @Nullable String address,
      @Nullable Map<String, @Nullable Object> profile,
      @Nullable UserId by) {
    @Override
    public String toString() {
      return "Wanted";
    }
  }

  record Created(UserId id) {}

  @GetMapping("/{id}")
  AccountBody one(@PathVariable UserId id) {
    return accounts
        .find(id)
        .map(account ->
            new AccountBody(
                account.id(),
                account.role(),
                account.is(AccountStatus.ACTIVE),
                account.name(),
                account.contact(),
                account.email(),
                account.version()))
        .orElseThrow(() -> Refusal.notFound("User"));
  }

  /// Admins are made by admins alone, at their own routes: a service's token is not enough.
  @PostMapping
  Created create(@Valid @RequestBody NewAccountBody wanted) {
    if (wanted.role() == Role.ADMIN) {
      throw Refusal.notAllowed();
    }
    var profile = wanted.profile();
    return new Created(
        signUps.create(
            new NewAccount(
                Email.require(wanted.email()),
                wanted.password(),
                wanted.role(),
                wanted.name(),
                wanted.contact(),
                wanted.address(),
                profile == null ? Map.of() : profile,
                new Actor(
                    wanted.by(), Role.ADMIN, wanted.by() == null ? null : wanted.by().value()))));
  }

  /// For the directory, which deletes the profile itself; an account that is gone is no failure.
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UserId id, @RequestParam(required = false) @Nullable UserId by) {
    accounts.profileDeleted(id, by);
  }
}
