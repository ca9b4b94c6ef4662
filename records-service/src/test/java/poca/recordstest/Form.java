package poca.recordstest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A multipart form as a browser sends it.
public final class Form {

  private static final String BOUNDARY = "b0undary";

  public static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  public Form field(String name, Object value) {
    line("--" + BOUNDARY);
    line("Content-Disposition: form-data; name=\"" + name + "\"");
    line("");
    line(value.toString());
    return this;
  }

  public Form file(String name, byte[] content) {
    return file(name, "application/octet-stream", content);
  }

  public Form file(String name, String type, byte[] content) {
    line("--" + BOUNDARY);
    line("Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"");
    line("Content-Type: " + type);
    line("");
    body.writeBytes(content);
    line("");
    return this;
  }

  public byte[] body() {
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(body.toByteArray());
    whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return whole.toByteArray();
  }

  private void line(String text) {
    body.writeBytes((text + "\r\n").getBytes(StandardCharsets.UTF_8));
  }
}
