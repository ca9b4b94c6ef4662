package poca.records.document;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import poca.contracts.DocumentId;

/// Where clients fetch documents. Never stored: links follow the public address.
@Component
public class DownloadLinks {

  private final String documents;

  DownloadLinks(@Value("${poca.public-base-url}") String publicBaseUrl) {
    this.documents = publicBaseUrl + "/api/v1/documents/";
  }

  public String download(DocumentId id) {
    return documents + id + "/download";
  }

  public String withToken(String token) {
    return documents + "download-with-token?token=" + token;
  }
}
