package poca.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses a body over 1 MiB with 413 (contract 1.1), counted while it is read where its length was
/// not announced, and one that does not come with 408. Multipart bodies have limits of their own.
final class BodyLimitFilter extends OncePerRequestFilter {

  static final long LIMIT = 1 << 20;

  private final ErrorWriter errors;
  private final Duration longest;

  /// @param longest how long a body may take from the first byte that is read of it
  BodyLimitFilter(ErrorWriter errors, Duration longest) {
    this.errors = errors;
    this.longest = longest;
  }

  /// The body took longer than it may. The connection is not worth keeping.
  static final class TooSlow extends IOException {
    TooSlow() {
      super("request body too slow");
    }
  }

  /// The body went past the limit while it was read.
  static final class TooLarge extends IOException {
    TooLarge() {
      super("request body too large");
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var type = request.getContentType();
    if (type == null) {
      return false;
    }
    var lower = type.toLowerCase(Locale.ROOT);
    return lower.startsWith("multipart/")
        || (lower.startsWith("application/octet-stream")
            && request.getRequestURI().startsWith("/internal/"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > LIMIT) {
      errors.write(request, response, RefusalAdvice.tooLarge());
    } else if (request.getContentLengthLong() == 0) {
      chain.doFilter(request, response);
    } else {
      chain.doFilter(new Counted(request, longest), response);
    }
  }

  private static final class Counted extends HttpServletRequestWrapper {
    private final Duration longest;

    private Counted(HttpServletRequest request, Duration longest) {
      super(request);
      this.longest = longest;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      var body = super.getInputStream();
      return new ServletInputStream() {
        private final long begun = System.nanoTime();
        private long count;

        @Override
        public int read() throws IOException {
          var b = body.read();
          count(b < 0 ? 0 : 1);
          return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          var n = body.read(bytes, offset, length);
          count(Math.max(0, n));
          return n;
        }

        private void count(int n) throws IOException {
          count += n;
          if (count > LIMIT) {
            throw new TooLarge();
          }
          if (System.nanoTime() - begun > longest.toNanos()) {
            throw new TooSlow();
          }
        }

        @Override
        public boolean isFinished() {
          return body.isFinished();
        }

        @Override
        public boolean isReady() {
          return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
          body.setReadListener(listener);
        }
      };
    }
  }
}
