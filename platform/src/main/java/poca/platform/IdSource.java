package poca.platform;

import java.util.UUID;

/// Makes new ids: version 7 UUIDs of RFC 9562, so that ids made later sort later and indexes stay
/// dense.
@FunctionalInterface
public interface IdSource {

  UUID next();
}
