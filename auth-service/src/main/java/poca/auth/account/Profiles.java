package poca.auth.account;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.platform.peer.Peer;
import poca.platform.peer.Peers;
import poca.platform.web.Refusal;

/// The other half of an account, at its owner: the directory.
@Component
class Profiles {

  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final Peers peers;

  Profiles(Peers peers) {
    this.peers = peers;
  }

  /// @throws Refusal 503 if the directory does not answer or has struck this id; its own refusals
  ///   as they are
  void put(UserId id, Role role, Map<String, @Nullable Object> profile) {
    switch (role) {
      case ADMIN -> {}
      case DOCTOR -> put("/internal/doctors/{id}", id, profile);
      case PATIENT -> put("/internal/patients/{id}", id, profile);
      case HOSPITAL -> put("/internal/hospitals/{id}", id, profile);
    }
  }

  private void put(String path, UserId id, Map<String, @Nullable Object> profile) {
    try {
      var _ = directory().put(path, profile, Map.class, id);
    } catch (Refusal refusal) {
      if (refusal.status() == 404 || refusal.status() == 409) {
        throw Refusal.unavailable();
      }
      throw refusal;
    }
  }

  /// Takes back what a sign-up made that was not completed; a command that is still under way to
  /// make it is refused from then on.
  ///
  /// @throws Refusal 503 if the directory does not answer
  void takeBack(UserId id) {
    directory().delete("/internal/profiles/{id}", id);
  }

  /// Removes the profile of an account that was deleted. The directory also hears of it by the
  /// account's fact; this is for the admin who looks at once.
  ///
  /// @throws Refusal 503 if the directory does not answer
  void remove(UserId id, UserId by) {
    directory().delete("/internal/profiles/{id}?deleted=true&by={by}", id, by);
  }

  private Peer directory() {
    return peers.of("directory-service", LIMIT);
  }
}
