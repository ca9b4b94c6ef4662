package poca.records.photo;

/// A picture that everybody may see, made anew from somebody's document.
///
/// @param contentType `image/jpeg` or `image/png`
/// @param sha256 of `content`, in hex
public record Photo(String contentType, byte[] content, String sha256) {}
