package poca.testkit.agreement;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A request with a JSON body that keeps a copy of what is read of it.
final class RequestCopy extends HttpServletRequestWrapper {

  private static final int LARGEST = 1024 * 1024;

  private final ByteArrayOutputStream copy = new ByteArrayOutputStream(256);
  private @Nullable ServletInputStream stream;

  private RequestCopy(HttpServletRequest request) {
    super(request);
  }

  /// The request itself if it has another body, or none.
  static HttpServletRequest of(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.startsWith("application/json") ? new RequestCopy(request) : request;
  }

  /// What was read, null if that is not JSON or nothing.
  static byte @Nullable [] sent(HttpServletRequest request) {
    return request instanceof RequestCopy copied && copied.copy.size() > 0
        ? copied.copy.toByteArray()
        : null;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (stream == null) {
      stream = new Copying(super.getInputStream());
    }
    return stream;
  }

  private final class Copying extends ServletInputStream {
    private final ServletInputStream real;

    private Copying(ServletInputStream real) {
      this.real = real;
    }

    @Override
    public int read() throws IOException {
      var b = real.read();
      if (b >= 0 && copy.size() < LARGEST) {
        copy.write(b);
      }
      return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      var n = real.read(into, from, length);
      if (n > 0 && copy.size() < LARGEST) {
        copy.write(into, from, n);
      }
      return n;
    }

    @Override
    public boolean isFinished() {
      return real.isFinished();
    }

    @Override
    public boolean isReady() {
      return real.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      real.setReadListener(listener);
    }
  }
}
