package poca.system.access;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import poca.demo.AuthenticatorApp;
import poca.system.access.PublicGateway.Got;
import poca.system.access.PublicGateway.Request;
import tools.jackson.databind.JsonNode;

/// The callers, signed up through the API, and new accounts when a call would spoil one.
final class People {

  private static final String RUN = UUID.randomUUID().toString().substring(24);

  private final PublicGateway publicGateway;
  private final Account admin;
  private final Map<Who, Account> accounts = new EnumMap<>(Who.class);
  private final Account thirdDoctor;

  /// @param adminEmail of an admin that exists
  People(PublicGateway publicGateway, String adminEmail, String adminPassword) {
    this.publicGateway = publicGateway;
    this.admin = login(adminEmail, adminPassword);
    accounts.put(Who.ADMIN, admin);
    for (var who : Who.ALL) {
      if (who != Who.ANONYMOUS && who != Who.ADMIN) {
        accounts.put(who, another(who));
      }
    }
    thirdDoctor = another(Who.DOCTOR);
  }

  Account of(Who who) {
    return Objects.requireNonNull(accounts.get(who), who.toString());
  }

  Account thirdDoctor() {
    return thirdDoctor;
  }

  @Nullable String token(Who who) {
    return who == Who.ANONYMOUS ? null : of(who).token();
  }

  /// A new account of the same role.
  Account another(Who who) {
    if (who == Who.ADMIN) {
      var email = email();
      var password = password();
      var made = post(admin, "/auth/admin-signup", Map.of("email", email, "password", password));
      return account(email, password, made);
    }
    return signedUp(role(who));
  }

  Account login(String email, String password) {
    var form = Body.form(Map.of("username", email, "password", password));
    var request = new Request("POST", "/api/v1/auth/login", null, form, Map.of());
    return account(email, password, granted(request));
  }

  /// The same account, logged in once more.
  Account again(Who who) {
    return login(of(who).email(), of(who).password());
  }

  /// Gives an account a second factor.
  ///
  /// @param confirm whether it counts already
  /// @return its secret
  String enrol(Account account, boolean confirm) {
    var offer = post(account, "/auth/second-factor", Map.of("password", account.password()));
    var secret = offer.path("secret").asString();
    if (confirm) {
      post(
          account,
          "/auth/second-factor/confirm",
          Map.of("code", AuthenticatorApp.code(secret, Instant.now())));
    }
    return secret;
  }

  /// What the first step of a login gives.
  String halfWay(Account account) {
    var form = Body.form(Map.of("username", account.email(), "password", account.password()));
    var got = publicGateway.ask(new Request("POST", "/api/v1/auth/login", null, form, Map.of()));
    return got.data().path("details").path("mfa_token").asString();
  }

  static String address() {
    var random = ThreadLocalRandom.current();
    return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  /// What a sign-up of this role sends.
  static Map<String, Object> signUp() {
    var fields = new HashMap<String, Object>();
    fields.put("email", email());
    fields.put("password", password());
    fields.put("name", "Robin Example");
    return fields;
  }

  static String email() {
    return "m" + UUID.randomUUID().toString().replace("-", "") + "@" + RUN + ".example";
  }

  static String password() {
    return UUID.randomUUID().toString();
  }

  JsonNode post(Account account, String path, Map<String, ?> fields) {
    return send(account, "POST", path, Body.json(fields));
  }

  JsonNode get(Account account, String path) {
    return send(account, "GET", path, null);
  }

  JsonNode send(Account account, String method, String path, @Nullable Body body) {
    return granted(new Request(method, "/api/v1" + path, account.token(), body, Map.of()));
  }

  Got ask(Account account, String path) {
    return publicGateway.ask(new Request("GET", "/api/v1" + path, account.token(), null, Map.of()));
  }

  private Account signedUp(String role) {
    var fields = signUp();
    fields.put("name", "Robin " + role);
    if (role.equals("patient")) {
      fields.put("dob", "1990-04-01");
    }
    var request =
        new Request("POST", "/api/v1/auth/" + role + "-signup", null, Body.json(fields), Map.of());
    return account(text(fields, "email"), text(fields, "password"), granted(request));
  }

  private static String text(Map<String, Object> fields, String name) {
    return (String) Objects.requireNonNull(fields.get(name));
  }

  private JsonNode granted(Request request) {
    var got = publicGateway.ask(request);
    if (got.status() / 100 != 2) {
      throw new IllegalStateException(
          "%s %s: %s %s %s"
              .formatted(request.method(), request.path(), got, got.message(), got.data()));
    }
    return got.data();
  }

  private static String role(Who who) {
    return switch (who) {
      case ANONYMOUS, DEACTIVATED, PATIENT, OTHER_PATIENT, RELATED -> "patient";
      case DOCTOR, OTHER_DOCTOR -> "doctor";
      case HOSPITAL, OTHER_HOSPITAL -> "hospital";
      case ADMIN -> "admin";
    };
  }

  private static Account account(String email, String password, JsonNode token) {
    return new Account(
        token.path("user_id").asString(),
        email,
        password,
        token.path("access_token").asString(),
        token.path("refresh_token").asString());
  }
}
