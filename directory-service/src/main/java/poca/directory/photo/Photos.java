package poca.directory.photo;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.access.security.Caller;
import poca.contracts.DocumentId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.Uuids;
import poca.contracts.fact.PhotoFact;
import poca.contracts.fact.PhotoFact.PhotoSet;
import poca.platform.event.Outbox;
import poca.platform.peer.Peers;
import poca.platform.web.Refusal;

/// Tells which of our documents are photos of profiles, after records-service has said that
/// everybody may see them. A photo that is an address elsewhere is nobody's but its reader's.
@Component
public class Photos {

  /// A picture is made anew, by a process that starts for it.
  private static final Duration MAKING = Duration.ofSeconds(20);

  private final Peers peers;
  private final Outbox outbox;
  private final Pattern ours;

  Photos(Peers peers, Outbox outbox, @Value("${poca.public-base-url}") String base) {
    this.peers = peers;
    this.outbox = outbox;
    this.ours =
        Pattern.compile(
            "(?:%s)?/api/v1/documents/([0-9a-fA-F-]{36})/download".formatted(Pattern.quote(base)));
  }

  /// The document that a photo is, if it is one of ours.
  private Optional<DocumentId> documentOf(@Nullable String photo) {
    var link = ours.matcher(photo == null ? "" : photo);
    try {
      return link.matches()
          ? Optional.of(new DocumentId(Uuids.parse(link.group(1))))
          : Optional.empty();
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  /// Whether it is one of our documents.
  public boolean isOurs(@Nullable String photo) {
    return documentOf(photo).isPresent();
  }

  record Wish(UserId by, Role role, UserId account) {}

  record Answer(boolean shown) {}

  /// Says which document everybody will see once this is a profile's photo; null for none. Not for
  /// use inside a transaction.
  ///
  /// @param by who sets it, and may
  /// @param account whose profile it is for
  /// @throws Refusal 422 for a document that is no picture which can be shown; 503 if
  ///   records-service does not answer
  public @Nullable DocumentId admit(@Nullable String photo, Caller by, UserId account) {
    return documentOf(photo)
        .filter(document ->
            peers
                .of("records-service", MAKING)
                .put(
                    "/internal/photos/{document}",
                    new Wish(by.user(), by.role(), account),
                    Answer.class,
                    document)
                .orElseThrow(Refusal::unavailable)
                .shown())
        .orElse(null);
  }

  /// Tells that a profile's photo is another, or none any more; one that was no document of ours is
  /// no concern of others.
  ///
  /// @param before as the profile had it
  /// @param now what [#admit] said of the new one
  /// @param version of the profile since
  @Transactional(propagation = Propagation.MANDATORY)
  public void changed(
      UUID profile, @Nullable String before, @Nullable DocumentId now, @Nullable Long version) {
    if (now != null || isOurs(before)) {
      outbox.append(PhotoFact.TOPIC, new PhotoSet(profile, now, Objects.requireNonNull(version)));
    }
  }

  /// Tells that a profile with this photo is about to go.
  @Transactional(propagation = Propagation.MANDATORY)
  public void ended(UUID profile, @Nullable String photo, @Nullable Long version) {
    if (isOurs(photo)) {
      outbox.append(
          PhotoFact.TOPIC, new PhotoSet(profile, null, Objects.requireNonNull(version) + 1));
    }
  }
}
