package poca.contracts.fact;

import java.util.List;

/// The register of the keys that services sign their facts with. auth-service keeps it. Both
/// methods throw if it cannot be asked now.
public interface WriterKeys {

  /// Makes a service's own new key known and retires those before it. Once more with the same key
  /// it changes nothing.
  void register(WriterKey key);

  /// All keys of the service whose key this is, so that whoever meets a new one hears of the
  /// retirement of those before; empty if nobody registered it.
  List<WriterKey> besides(String id);
}
