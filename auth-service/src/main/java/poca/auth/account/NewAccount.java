package poca.auth.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import poca.access.audit.Actor;
import poca.contracts.Role;
import poca.platform.text.Email;
import poca.platform.text.Texts;

/// What a sign-up asks for.
///
/// @param profile the fields of the profile as the directory takes them; empty for an admin
/// @param by who makes it for somebody else; null for those who sign up themselves
record NewAccount(
    Email email,
    String password,
    Role role,
    @Nullable String name,
    @Nullable String contact,
    @Nullable String address,
    Map<String, @Nullable Object> profile,
    @Nullable Actor by) {

  NewAccount by(Actor maker) {
    return new NewAccount(email, password, role, name, contact, address, profile, maker);
  }

  /// The profile with what it cannot do without: a name, and a hospital its address for mail.
  Map<String, @Nullable Object> wholeProfile() {
    var whole = new LinkedHashMap<String, @Nullable Object>(profile);
    if (!(whole.get("name") instanceof String given) || Texts.isBlank(given)) {
      whole.put("name", name == null || Texts.isBlank(name) ? email.localPart() : name);
    }
    if (role == Role.HOSPITAL) {
      whole.put("email", email.text());
    }
    return whole;
  }

  @Override
  public String toString() {
    return "NewAccount of a " + role.wire();
  }
}
