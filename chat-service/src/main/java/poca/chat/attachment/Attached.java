package poca.chat.attachment;

import poca.contracts.DocumentId;
import tools.jackson.databind.node.ObjectNode;

/// Holds what a client sends beside a message's text: nothing, a file, a document, or details of
/// one.
public sealed interface Attached {

  record Nothing() implements Attached {}

  /// A free object about a file that is not ours.
  record Details(ObjectNode object) implements Attached {}

  /// A document that the records have already.
  record Known(DocumentId document) implements Attached {}

  record File(Attachments.Upload upload) implements Attached {}
}
