package poca.records.download;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;
import poca.records.photo.Photo;

/// Sends a photo to be shown in a page and kept for five minutes, by whoever is between. It is one
/// of our making, so it may be shown; what it is taken for is fixed all the same.
@Component
class PhotoSender {

  /// @throws Refusal 412
  void send(Photo photo, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var etag = "\"" + photo.sha256() + "\"";
    var precondition = Precondition.of(request, etag);
    if (precondition == Precondition.FAILED) {
      throw new Refusal(412, ErrorCode.VAL_001, "Precondition failed");
    }
    response.setHeader(HttpHeaders.ETAG, etag);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
    // who reads the document gets the document
    response.setHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
    if (precondition == Precondition.NOT_MODIFIED) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(photo.contentType());
    response.setContentLength(photo.content().length);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    response.getOutputStream().write(photo.content());
  }
}
