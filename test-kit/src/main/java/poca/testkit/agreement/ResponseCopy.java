package poca.testkit.agreement;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An answer that keeps a copy of what is written if that is JSON; it goes out as it would
/// otherwise, piece by piece.
final class ResponseCopy extends HttpServletResponseWrapper {

  private static final int LARGEST = 8 * 1024 * 1024;

  private final ByteArrayOutputStream copy = new ByteArrayOutputStream(1024);
  private long written;
  private boolean errorSent;
  private @Nullable ServletOutputStream stream;
  private @Nullable PrintWriter writer;

  ResponseCopy(HttpServletResponse response) {
    super(response);
  }

  /// Whether the container is going to make the answer.
  boolean errorSent() {
    return errorSent;
  }

  Exchange exchange(String method, String path, byte @Nullable [] sent) {
    if (writer != null) {
      writer.flush();
    }
    var headers = new HashMap<String, String>();
    for (var name : getHeaderNames()) {
      headers.put(name.toLowerCase(Locale.ROOT), String.valueOf(getHeader(name)));
    }
    var whole = isJson() && copy.size() == written && written > 0;
    return new Exchange(
        method,
        path,
        sent,
        getStatus(),
        headers,
        getContentType(),
        written > 0,
        whole ? copy.toByteArray() : null);
  }

  private boolean isJson() {
    var type = getContentType();
    return type != null && type.matches("(?i)application/([\\w.-]+\\+)?json.*");
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (stream == null) {
      stream = new Copying(super.getOutputStream());
    }
    return stream;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (writer == null) {
      var charset = Charset.forName(getCharacterEncoding());
      writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), charset));
    }
    return writer;
  }

  @Override
  public void flushBuffer() throws IOException {
    if (writer != null) {
      writer.flush();
    }
    super.flushBuffer();
  }

  @Override
  public void sendError(int status) throws IOException {
    errorSent = true;
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    errorSent = true;
    super.sendError(status, message);
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    forget();
  }

  @Override
  public void reset() {
    super.reset();
    forget();
  }

  private void forget() {
    copy.reset();
    written = 0;
  }

  private final class Copying extends ServletOutputStream {
    private final ServletOutputStream real;

    private Copying(ServletOutputStream real) {
      this.real = real;
    }

    @Override
    public void write(int b) throws IOException {
      real.write(b);
      if (written++ < LARGEST && isJson()) {
        copy.write(b);
      }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      real.write(bytes, from, length);
      if (written + length <= LARGEST && isJson()) {
        copy.write(bytes, from, length);
      }
      written += length;
    }

    @Override
    public void flush() throws IOException {
      real.flush();
    }

    @Override
    public void close() throws IOException {
      real.close();
    }

    @Override
    public boolean isReady() {
      return real.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      real.setWriteListener(listener);
    }
  }
}
