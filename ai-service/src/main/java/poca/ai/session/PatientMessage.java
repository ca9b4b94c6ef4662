package poca.ai.session;

import org.jspecify.annotations.Nullable;
import poca.platform.text.Texts;
import poca.platform.web.Refusal;
import poca.platform.web.Storable;

/// Holds a message of the patient's side, checked the same way whether it came over HTTP or a
/// socket.
///
/// @param clientId the client's own id of it: the same one again is the same message
public record PatientMessage(String text, @Nullable String clientId) {

  public static final int LONGEST_CLIENT_ID = 64;

  /// @param clientId a blank one counts as absent, another is trimmed
  /// @throws Refusal 422
  public static PatientMessage of(@Nullable String text, @Nullable String clientId) {
    return new PatientMessage(TextRules.message(text), clientId(clientId));
  }

  private static @Nullable String clientId(@Nullable String text) {
    if (text != null && !Storable.isText(text)) {
      throw Refusal.invalid(
          "body", "client_message_id", "value_error", "has characters that cannot be kept");
    }
    var id = Texts.key(text);
    if (id == null) {
      return null;
    }
    if (Texts.length(id) > LONGEST_CLIENT_ID) {
      throw Refusal.invalid(
          "body", "client_message_id", "string_too_long", "must have at most 64 characters");
    }
    if (!Texts.isOneLine(id)) {
      throw Refusal.invalid(
          "body", "client_message_id", "value_error", "must have no control characters");
    }
    return id;
  }
}
