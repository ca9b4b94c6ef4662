package poca.records.document;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import poca.contracts.DocumentId;
import poca.contracts.Uuids;
import poca.platform.text.Texts;
import poca.platform.web.FormText;
import poca.platform.web.Refusal;
import poca.platform.web.Storable;

/// A multipart form with a file. Empty fields count as not sent: browsers send them.
public final class FileForm {

  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_LABEL = 100;

  private final MultipartHttpServletRequest form;
  private final Map<String, MultipartFile> files;

  /// The parts are read here: asked for a field first, the container hides that a file was too
  /// large.
  public FileForm(MultipartHttpServletRequest form) {
    this.form = form;
    this.files = form.getFileMap();
  }

  /// What is to be attached: a new file or a document that we have.
  public sealed interface Attached {
    record File(Upload upload) implements Attached {}

    record Known(DocumentId document) implements Attached {}

    /// One too many, which is judged after who asks.
    record Both() implements Attached {}
  }

  /// @throws Refusal 422 if there is neither
  public Attached attached() {
    var document = uuid("document_id");
    var file = file();
    if (document == null) {
      return new Attached.File(requiredFile());
    }
    return file == null ? new Attached.Known(new DocumentId(document)) : new Attached.Both();
  }

  /// @throws Refusal 422 without a file
  Upload requiredFile() {
    var file = file();
    if (file == null) {
      throw Refusal.invalid("body", "file", "missing", "Field required");
    }
    return new Upload(file.getOriginalFilename(), file);
  }

  public @Nullable String remark() {
    return text(FormText.of(form, "remark"), "remark", LONGEST_TEXT);
  }

  @Nullable String entityId() {
    return label(FormText.of(form, "entity_id"));
  }

  @Nullable DocumentType documentType() {
    return field("document_type", "enum", DocumentType::ofWire);
  }

  public @Nullable UUID uuid(String name) {
    return field(name, "uuid", Uuids::parse);
  }

  private @Nullable MultipartFile file() {
    var file = files.get("file");
    return file == null || (file.isEmpty() && isNameless(file)) ? null : file;
  }

  private static boolean isNameless(MultipartFile file) {
    var name = file.getOriginalFilename();
    return Texts.isBlank(name);
  }

  /// A name that the client gives, or an id of ours.
  static @Nullable String label(@Nullable String sent) {
    var label = text(sent, "entity_id", LONGEST_LABEL);
    if (label != null && !Texts.isOneLine(label)) {
      throw Refusal.invalid("body", "entity_id", "value_error", "must have no control characters");
    }
    return label;
  }

  private static @Nullable String text(@Nullable String sent, String name, int longest) {
    if (sent == null || Texts.isBlank(sent)) {
      return null;
    }
    if (Texts.length(sent) > longest) {
      throw Refusal.invalid("body", name, "string_too_long", "must have at most " + longest);
    }
    if (!Storable.isText(sent)) {
      throw Refusal.invalid("body", name, "value_error", "has characters that cannot be kept");
    }
    return sent;
  }

  private <T> @Nullable T field(String name, String type, Function<String, T> read) {
    return field(FormText.of(form, name), name, type, read);
  }

  static <T> @Nullable T field(
      @Nullable String sent, String name, String type, Function<String, T> read) {
    var value = Texts.key(sent);
    if (value == null) {
      return null;
    }
    try {
      return read.apply(value);
    } catch (IllegalArgumentException malformed) {
      throw Refusal.invalid("body", name, type, "not a valid value");
    }
  }
}
