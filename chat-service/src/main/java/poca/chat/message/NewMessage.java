package poca.chat.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import poca.chat.attachment.NewAttachment;
import poca.contracts.AiSessionId;
import poca.platform.text.Texts;
import poca.platform.web.Refusal;
import poca.platform.web.Refusal.FieldError;
import poca.platform.web.Storable;

/// Holds a message to be sent, checked the same way whether it came over HTTP or a socket.
///
/// @param sender as the client named it; whether it is right is judged with the chat
/// @param summaryOf the AI session whose summary this is
public record NewMessage(
    String text,
    MessageType type,
    @Nullable UUID sender,
    @Nullable UUID receiver,
    @Nullable String clientMessageId,
    @Nullable AiSessionId summaryOf,
    NewAttachment attached) {

  /// The contract's limit of a text and of a free object, in bytes of UTF-8.
  static final int LARGEST = 16 * 1024;

  public static final int LONGEST_CLIENT_ID = 64;

  /// @param textField what the field of the text is called where it came from
  /// @param clientMessageId a blank one is none, another is trimmed
  /// @throws Refusal 422 for a text that is blank without a file, or anything too long
  public static NewMessage of(
      String textField,
      @Nullable String text,
      @Nullable MessageType type,
      @Nullable UUID sender,
      @Nullable UUID receiver,
      @Nullable String clientMessageId,
      @Nullable AiSessionId summaryOf,
      NewAttachment attachment) {
    var errors = new ArrayList<FieldError>();
    if (text == null || Texts.isBlank(text)) {
      if (attachment instanceof NewAttachment.Nothing) {
        errors.add(
            text == null
                ? error(textField, "missing", "Field required")
                : error(textField, "string_too_short", "must not be blank"));
      }
    } else {
      check(textField, text, LARGEST, "must have at most 16 KiB", errors);
    }
    var key = Texts.key(clientMessageId);
    if (clientMessageId != null && !Storable.isText(clientMessageId)) {
      errors.add(error("client_message_id", "value_error", "has characters that cannot be kept"));
    } else if (key != null) {
      checkKey(key, errors);
    }
    if (attachment instanceof NewAttachment.Details(var object)) {
      // kept as JSON text, in which U+0000 is written with an escape
      check("file_details", object.toString(), LARGEST, "must have at most 16 KiB", errors);
    }
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
    return new NewMessage(
        text == null ? "" : text,
        type == null ? MessageType.TEXT : type,
        sender,
        receiver,
        key,
        summaryOf,
        attachment);
  }

  private static void checkKey(String key, List<FieldError> errors) {
    if (Texts.length(key) > LONGEST_CLIENT_ID) {
      errors.add(error("client_message_id", "string_too_long", "must have at most 64 characters"));
    } else if (!Texts.isOneLine(key)) {
      errors.add(error("client_message_id", "value_error", "must have no control characters"));
    }
  }

  private static void check(
      String field, String text, int limit, String tooLong, List<FieldError> errors) {
    if (bytes(text) > limit) {
      errors.add(error(field, "string_too_long", tooLong));
    } else if (!Storable.isText(text)) {
      errors.add(error(field, "value_error", "has characters that cannot be kept"));
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static FieldError error(String field, String type, String message) {
    return new FieldError(List.of("body", field), message, type);
  }
}
