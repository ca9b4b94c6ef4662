package poca.auth.account;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Actor;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.auth.factor.SecondFactors;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.platform.text.OneLine;
import poca.platform.text.Prose;
import poca.platform.web.Change;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;
import tools.jackson.databind.json.JsonMapper;

/// Accounts as their holders and admins see them (contract 4.2).
@RestController
@RequestMapping("/api/v1/users")
class UserController {

  private static final Logger log = LoggerFactory.getLogger(UserController.class);

  private final Accounts accounts;
  private final SignUps signUps;
  private final Profiles profiles;
  private final SecondFactors factors;
  private final JsonMapper json;

  UserController(
      Accounts accounts,
      SignUps signUps,
      Profiles profiles,
      SecondFactors factors,
      JsonMapper json) {
    this.accounts = accounts;
    this.signUps = signUps;
    this.profiles = profiles;
    this.factors = factors;
    this.json = json;
  }

  record User(
      UserId id,
      @Nullable String email,
      boolean secondFactor,
      @Nullable String name,
      Role role,
      @Nullable String contact,
      @Nullable String address,
      boolean isActive,
      @Nullable UserId profileId,
      Instant createdAt,
      @Nullable Instant updatedAt) {

    private static User of(Account account, boolean secondFactor) {
      return new User(
          account.id(),
          account.email(),
          secondFactor,
          account.name(),
          account.role(),
          account.contact(),
          account.address(),
          account.is(AccountStatus.ACTIVE),
          profile(account),
          account.createdAt(),
          account.updatedAt());
    }
  }

  record UserItem(
      UserId id,
      @Nullable String email,
      @Nullable String name,
      Role role,
      boolean isActive,
      @Nullable UserId profileId) {

    private static UserItem of(Account account) {
      return new UserItem(
          account.id(),
          account.email(),
          account.name(),
          account.role(),
          account.is(AccountStatus.ACTIVE),
          profile(account));
    }
  }

  record Users(List<UserItem> users, @Nullable Long total, @Nullable String nextCursor) {}

  record UserChange(
      Change<@OneLine String> name,
      Change<@OneLine String> contact,
      Change<@Prose(max = 255) String> address,
      Change<Boolean> isActive) {}

  private static @Nullable UserId profile(Account account) {
    return account.role() == Role.ADMIN ? null : account.id();
  }

  @GetMapping
  @OnlyFor(Role.ADMIN)
  @Audited(Accounts.RESOURCE)
  Reply<Users> all(Paging paging, Caller caller) {
    var page = accounts.list(caller, paging).map(UserItem::of);
    return Reply.ok(new Users(page.items(), page.total(), page.nextCursor()));
  }

  @PostMapping
  @OnlyFor(Role.ADMIN)
  @Audited(Accounts.RESOURCE)
  Reply<User> create(@Valid @RequestBody SignUpRequest.AnyAccount request, Caller caller) {
    var wanted = request.wanted(request.role(), json).by(Actor.of(caller));
    return Reply.ok(known(signUps.create(wanted)));
  }

  @GetMapping("/me")
  Reply<User> me(Caller caller) {
    return Reply.ok(known(caller.user()));
  }

  @PutMapping("/me")
  @Audited(Accounts.RESOURCE)
  Reply<User> changeMe(@Valid @RequestBody UserChange request, Caller caller) {
    return Reply.ok(change(caller.user(), request, caller));
  }

  @GetMapping("/{userId}")
  @Audited(Accounts.RESOURCE)
  Reply<User> one(@PathVariable UserId userId, Caller caller) {
    return Reply.ok(shown(accounts.read(caller, userId)));
  }

  @PutMapping("/{userId}")
  @Audited(Accounts.RESOURCE)
  Reply<User> changeOne(
      @PathVariable UserId userId, @Valid @RequestBody UserChange request, Caller caller) {
    return Reply.ok(change(userId, request, caller));
  }

  @DeleteMapping("/{userId}")
  @Audited(Accounts.RESOURCE)
  @OnlyFor(Role.ADMIN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UserId userId, Caller caller) {
    accounts.delete(userId, caller.user());
    try {
      profiles.remove(userId, caller.user());
    } catch (Refusal away) {
      log.info("the profile of {} goes when the directory hears of it", userId);
    }
  }

  private User shown(Account account) {
    return User.of(account, factors.has(account.id()));
  }

  private User known(UserId id) {
    return accounts.find(id).map(this::shown).orElseThrow(() -> Refusal.notFound("User"));
  }

  private User change(UserId id, UserChange request, Caller caller) {
    var active = caller.is(Role.ADMIN) ? request.isActive() : Change.<Boolean>unsent();
    if (active instanceof Change.Cleared<Boolean>) {
      throw Refusal.invalid("body", "is_active", "missing", "Field required");
    }
    return shown(
        accounts.change(
            caller,
            id,
            new Accounts.Changes(request.name(), request.contact(), request.address(), active)));
  }
}
