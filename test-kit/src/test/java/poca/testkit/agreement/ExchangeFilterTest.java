package poca.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestContextManager;

class ExchangeFilterTest {

  private final Exchanges exchanges = new Exchanges();
  private final ExchangeFilter filter =
      new ExchangeFilter(new ResponseAgreement("thing-service", Sample.document()), exchanges);

  @Test
  void what_goes_out_is_what_was_written_and_what_differs_is_kept() throws Exception {
    var response = new MockHttpServletResponse();
    var body = Sample.THING.replace("\"size\":3", "\"size\":3,\"grösse\":3");

    filter.doFilter(
        new MockHttpServletRequest("GET", "/api/v1/things/newest"),
        response,
        (_, answer) -> {
          ((HttpServletResponse) answer).setContentType("application/json;charset=UTF-8");
          answer.getWriter().write(body);
        });

    assertThat(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(body);
    assertThat(exchanges.statusesOf("newestThing")).containsExactly(200);
    assertThat(exchanges.take())
        .singleElement()
        .matches(d -> d.text().contains("grösse") && d.subject().startsWith("newestThing"));
    assertThat(exchanges.take()).isEmpty();
  }

  @Test
  void an_answer_that_the_container_makes_is_judged_when_it_is_made() throws Exception {
    filter.doFilter(
        new MockHttpServletRequest("GET", "/api/v1/things/newest"),
        new MockHttpServletResponse(),
        (_, answer) -> ((HttpServletResponse) answer).sendError(400));
    assertThat(exchanges.take()).isEmpty();

    var error = new MockHttpServletRequest("GET", "/error");
    error.setDispatcherType(DispatcherType.ERROR);
    error.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/things/newest");
    filter.doFilter(
        error,
        new MockHttpServletResponse(),
        (_, answer) -> ((HttpServletResponse) answer).setStatus(400));
    assertThat(exchanges.take())
        .singleElement()
        .matches(d -> d.toString().contains("answered 400: the status is not documented"));
  }

  @Test
  void internal_routes_are_let_through_unseen() throws Exception {
    filter.doFilter(
        new MockHttpServletRequest("GET", "/internal/things"),
        new MockHttpServletResponse(),
        (_, answer) -> ((HttpServletResponse) answer).setStatus(418));
    assertThat(exchanges.take()).isEmpty();
  }

  @Test
  void a_class_with_disagreements_fails_at_its_end_once() {
    Exchanges.OF_THIS_JVM.report(
        List.of(new Disagreement("readThing answered 200", "/data: too much")));
    var listener = new DisagreementsFailTheClass();
    var context = new TestContextManager(ExchangeFilterTest.class).getTestContext();
    assertThatThrownBy(() -> listener.afterTestClass(context))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("readThing answered 200: /data: too much");
    assertThatNoException().isThrownBy(() -> listener.afterTestClass(context));
  }
}
