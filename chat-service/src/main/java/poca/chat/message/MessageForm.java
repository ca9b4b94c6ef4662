package poca.chat.message;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import poca.chat.attachment.Attachments;
import poca.chat.attachment.NewAttachment;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.DocumentId;
import poca.contracts.Uuids;
import poca.platform.text.Texts;
import poca.platform.web.FormText;
import poca.platform.web.Refusal;

/// A message that came as a multipart form. Empty fields count as not sent: browsers send them.
final class MessageForm {

  private final MultipartHttpServletRequest form;
  private final Map<String, MultipartFile> files;

  /// The parts are read here: asked for a field first, the container hides that a file was too
  /// large.
  MessageForm(MultipartHttpServletRequest form) {
    this.form = form;
    this.files = form.getFileMap();
  }

  ChatId chat() {
    var chat = field("chat_id", "uuid", ChatId::of);
    if (chat == null) {
      throw Refusal.invalid("body", "chat_id", "missing", "Field required");
    }
    return chat;
  }

  boolean hasBoth() {
    return file() != null && text("document_id") != null;
  }

  NewMessage message() {
    return NewMessage.of(
        "message",
        FormText.of(form, "message"),
        field("message_type", "enum", MessageType::ofWire),
        field("sender_id", "uuid", Uuids::parse),
        field("receiver_id", "uuid", Uuids::parse),
        text("client_message_id"),
        field("ai_session_id", "uuid", AiSessionId::of),
        attached());
  }

  private NewAttachment attached() {
    UUID document = field("document_id", "uuid", Uuids::parse);
    var file = file();
    if (file != null) {
      var name = file.getOriginalFilename();
      return new NewAttachment.File(new Attachments.Upload(name == null ? "file" : name, file));
    }
    return document == null
        ? new NewAttachment.Nothing()
        : new NewAttachment.StoredDocument(new DocumentId(document));
  }

  private @Nullable MultipartFile file() {
    var file = files.get("file");
    return file == null || (file.isEmpty() && isNameless(file)) ? null : file;
  }

  private static boolean isNameless(MultipartFile file) {
    var name = file.getOriginalFilename();
    return Texts.isBlank(name);
  }

  private @Nullable String text(String name) {
    return Texts.key(FormText.of(form, name));
  }

  private <T> @Nullable T field(String name, String type, Function<String, T> read) {
    var text = text(name);
    try {
      return text == null ? null : read.apply(text);
    } catch (IllegalArgumentException malformed) {
      throw Refusal.invalid("body", name, type, "not a valid value");
    }
  }
}
