package poca.chat.attachment;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import poca.chat.attachment.Attachments.Document;
import poca.contracts.DocumentId;
import poca.contracts.Uuids;
import poca.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How a message's file is written down and shown. Links are never stored: they follow the public
/// address.
@Component
public class FileDetails {

  private static final String DOCUMENT_ID = "document_id";
  private static final String LINK = "link";
  private static final String DOWNLOAD_LINK = "download_link";
  private static final String UPLOADED_BY = "uploaded_by";

  private final JsonMapper json;
  private final String documents;

  public FileDetails(JsonMapper json, @Value("${poca.public-base-url}") String publicBaseUrl) {
    this.json = json;
    this.documents = publicBaseUrl + "/api/v1/documents/";
  }

  /// What is stored with a message.
  ///
  /// @param document null for a free object
  public record Stored(@Nullable DocumentId document, @Nullable String object) {
    public static final Stored NONE = new Stored(null, null);
  }

  /// What a client's `file_details` stand for: with a `document_id` that document, else the object
  /// as it is, minus what only we may claim.
  ///
  /// @throws Refusal 422 for a document id that is none
  public NewAttachment sent(@Nullable ObjectNode object) {
    if (object == null || object.isEmpty()) {
      return new NewAttachment.Nothing();
    }
    var document = object.path(DOCUMENT_ID);
    if (!document.isMissingNode() && !document.isNull()) {
      try {
        return new NewAttachment.StoredDocument(new DocumentId(Uuids.parse(document.asString(""))));
      } catch (IllegalArgumentException malformed) {
        throw Refusal.invalid("body", DOCUMENT_ID, "uuid", "not a valid UUID");
      }
    }
    var kept = object.deepCopy();
    kept.remove(LINK);
    kept.remove(DOWNLOAD_LINK);
    kept.remove(UPLOADED_BY);
    return kept.isEmpty() ? new NewAttachment.Nothing() : new NewAttachment.Details(kept);
  }

  public static Stored stored(ObjectNode free) {
    return new Stored(null, free.toString());
  }

  public Stored stored(Document document) {
    var object = json.createObjectNode();
    object.put(DOCUMENT_ID, document.id().toString());
    object.put("file_name", document.fileName());
    object.put("size", document.size());
    object.put(
        UPLOADED_BY, document.uploadedBy() == null ? null : document.uploadedBy().toString());
    object.put("upload_timestamp", document.uploadTimestamp());
    return new Stored(document.id(), object.toString());
  }

  public @Nullable ObjectNode shown(Stored stored) {
    if (stored.object() == null) {
      return null;
    }
    var object = (ObjectNode) json.readTree(stored.object());
    if (stored.document() != null) {
      var link = documents + stored.document() + "/download";
      object.put(LINK, link);
      object.put(DOWNLOAD_LINK, link);
    }
    return object;
  }
}
