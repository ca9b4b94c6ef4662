package poca.chat.attachment;

import poca.contracts.DocumentId;
import tools.jackson.databind.node.ObjectNode;

/// Holds what a client sends beside a message's text: nothing, a file, a document, or details of
/// one.
public sealed interface NewAttachment {

  record Nothing() implements NewAttachment {}

  /// A free object about a file that is not ours.
  record Details(ObjectNode object) implements NewAttachment {}

  /// A document that the records have already.
  record StoredDocument(DocumentId document) implements NewAttachment {}

  record File(Attachments.Upload upload) implements NewAttachment {}
}
