package poca.testkit.agreement;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// Holds every finished exchange under `/api/v1` and `/.well-known` against the document.
final class ExchangeFilter implements Filter {

  private final ResponseAgreement responseAgreement;
  private final Exchanges exchanges;

  ExchangeFilter(ResponseAgreement responseAgreement, Exchanges exchanges) {
    this.responseAgreement = responseAgreement;
    this.exchanges = exchanges;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = pathOf((HttpServletRequest) request);
    if (!Routes.isPublic(path) && !path.startsWith("/.well-known/")) {
      chain.doFilter(request, response);
      return;
    }
    var asked = RequestCopy.of((HttpServletRequest) request);
    var copy = new ResponseCopy((HttpServletResponse) response);
    // What is thrown, or sent as an error, comes back here as the container's error page.
    chain.doFilter(asked, copy);
    if (request.isAsyncStarted()) {
      request.getAsyncContext().addListener(new AtItsEnd(() -> check(asked, path, copy)));
    } else if (!copy.errorSent()) {
      check(asked, path, copy);
    }
  }

  private static String pathOf(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.ERROR
        ? String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
        : request.getRequestURI();
  }

  private void check(HttpServletRequest request, String path, ResponseCopy copy) {
    check(copy.exchange(request.getMethod(), path, RequestCopy.sent(request)));
  }

  void check(Exchange exchange) {
    var operation = responseAgreement.operation(exchange);
    if (operation != null && operation.method().equals(exchange.method())) {
      exchanges.record(operation.id(), exchange.status());
    }
    exchanges.report(responseAgreement.check(exchange));
  }

  private record AtItsEnd(Runnable then) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      then.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
