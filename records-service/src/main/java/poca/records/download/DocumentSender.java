package poca.records.download;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;
import poca.records.document.Document;
import poca.records.document.DocumentContents;

/// Sends a document's bytes: whole or in part, as they come from the object store. What they say is
/// never trusted: an attachment in a sandbox whose type nobody may guess.
@Component
class DocumentSender {

  private static final Logger log = LoggerFactory.getLogger(DocumentSender.class);

  private static final int PIECE = 64 * 1024;

  private final DocumentContents contents;

  DocumentSender(DocumentContents contents) {
    this.contents = contents;
  }

  /// @param looked called before an answer without bytes: what it is, or that the client has it
  /// @param settle called once the bytes are at hand and before the first is sent; what it throws
  ///   is the answer
  /// @throws Refusal 412, 416
  void send(
      Document document,
      HttpServletRequest request,
      HttpServletResponse response,
      Runnable looked,
      Runnable settle)
      throws IOException {
    var etag = "\"" + document.sha256() + "\"";
    switch (Precondition.of(request, etag)) {
      case NONE -> {}
      case NOT_MODIFIED -> {
        looked.run();
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        response.setHeader(HttpHeaders.ETAG, etag);
        return;
      }
      case FAILED -> throw new Refusal(412, ErrorCode.VAL_001, "Precondition failed");
    }
    if (request.getMethod().equals("HEAD")) {
      looked.run();
      describe(document, etag, response);
      response.setContentLengthLong(document.size());
      return;
    }
    var ifRange = request.getHeader(HttpHeaders.IF_RANGE);
    var asked =
        ifRange == null || ifRange.equals(etag) ? request.getHeader(HttpHeaders.RANGE) : null;
    var range = ByteRange.of(asked, document.size());
    var part =
        switch (range) {
          case ByteRange.Part some -> some;
          case ByteRange.Whole _ -> new ByteRange.Part(0, document.size() - 1);
          case ByteRange.OutOfFile _ ->
              throw new Refusal(
                  416,
                  ErrorCode.VAL_001,
                  "Range not satisfiable",
                  Map.of(),
                  Map.of(HttpHeaders.CONTENT_RANGE, "bytes */" + document.size()));
        };
    try (var content = contents.read(document, part.first(), part.length())) {
      settle.run();
      describe(document, etag, response);
      if (range instanceof ByteRange.Part) {
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader(
            HttpHeaders.CONTENT_RANGE,
            "bytes " + part.first() + "-" + part.last() + "/" + document.size());
      }
      response.setContentLengthLong(part.length());
      pour(document, part.length(), content, response);
    }
  }

  private static void describe(Document document, String etag, HttpServletResponse response) {
    response.setContentType(document.contentType());
    response.setHeader(HttpHeaders.ETAG, etag);
    response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, Disposition.attachment(document.fileName()));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "sandbox");
  }

  /// Once the first byte is out there is no other answer: what breaks now breaks the connection.
  private static void pour(
      Document document, long length, InputStream content, HttpServletResponse response)
      throws IOException {
    response.flushBuffer();
    try {
      var out = response.getOutputStream();
      var piece = new byte[PIECE];
      var poured = 0L;
      for (var n = content.read(piece); n >= 0; n = content.read(piece)) {
        out.write(piece, 0, n);
        poured += n;
      }
      if (poured < length) {
        throw new EOFException("the object store has " + poured + " of " + length + " bytes");
      }
      out.flush();
    } catch (IOException e) {
      log.warn("download of document {} broke off: {}", document.id(), e.toString());
      throw new AsyncRequestNotUsableException("broken off", e);
    }
  }
}
