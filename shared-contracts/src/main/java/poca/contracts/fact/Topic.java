package poca.contracts.fact;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A stream of facts of one sealed family.
///
/// @param name `<service>.<plural>.v<n>`
/// @param family the sealed interface whose records may appear
/// @param writer the one service whose facts are believed here, or [#EACH_UNDER_ITS_NAME]
/// @param keeping what the broker keeps
public record Topic<F extends Fact>(String name, Class<F> family, String writer, Keeping keeping) {

  /// The writer of a topic that services share: each tells of itself, under keys that begin with
  /// its name and a colon.
  public static final String EACH_UNDER_ITS_NAME = "*";

  public enum Keeping {
    /// The newest fact of every key, for ever: read models build themselves from it.
    NEWEST_PER_KEY,
    /// Everything for seven days: things that happen once and set something going.
    A_WEEK,
    /// Everything for a day and in one order: beats, and what nobody looks back for.
    A_DAY
  }

  public Topic {
    if (!family.isSealed()) {
      throw new IllegalArgumentException(family + " is not sealed");
    }
  }

  /// Whether a fact with this key may come from this service.
  ///
  /// @param key the fact's own, [Fact#key()]
  public boolean isWrittenBy(String service, String key) {
    return writer.equals(EACH_UNDER_ITS_NAME)
        ? key.startsWith(service + ":")
        : writer.equals(service);
  }

  /// The records of the family by their type on the wire.
  public Map<String, Class<? extends F>> types() {
    return Arrays.stream(family.getPermittedSubclasses())
        .map(type -> type.<F>asSubclass(family))
        .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));
  }

  /// Empty for a type that this version does not know yet: readers pass over it.
  public Optional<Class<? extends F>> type(String name) {
    return Optional.ofNullable(types().get(name));
  }
}
