package poca.records.storage;

/// A document's key as it is stored: encrypted under a wrapping key of the configuration.
///
/// @param wrappedBy the id of that one
/// @param wrapped in base64
public record WrappedKey(String wrappedBy, String wrapped) {}
