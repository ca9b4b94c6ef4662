package poca.contracts.fact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import poca.contracts.DocumentId;

/// Which of our documents is a profile's photo, told by the directory. Readers keep a versioned
/// copy and apply only a higher version.
public sealed interface PhotoFact extends Fact {

  Topic<PhotoFact> TOPIC =
      new Topic<>(
          "directory.photos.v1",
          PhotoFact.class,
          "directory-service",
          Topic.Keeping.NEWEST_PER_KEY);

  UUID profile();

  @Override
  default String key() {
    return profile().toString();
  }

  /// A photo was set, changed or taken away, or the profile was.
  ///
  /// @param profile a doctor's or a patient's
  /// @param document null for none of ours, or none that everybody may see
  /// @param version grows with every change of the profile, its end included
  record PhotoSet(UUID profile, @Nullable DocumentId document, long version) implements PhotoFact {}
}
