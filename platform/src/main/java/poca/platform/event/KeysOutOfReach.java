package poca.platform.event;

/// The register of writers' keys cannot be asked now. What needs a key waits: it is neither applied
/// nor dropped.
final class KeysOutOfReach extends RuntimeException {
  KeysOutOfReach(Throwable cause) {
    super(cause.toString(), cause);
  }
}
