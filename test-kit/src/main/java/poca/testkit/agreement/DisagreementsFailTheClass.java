package poca.testkit.agreement;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/// Fails a test class whose exchanges differed from the document. Found by Spring's tests through
/// `META-INF/spring.factories`.
final class DisagreementsFailTheClass implements TestExecutionListener {

  @Override
  public void afterTestClass(TestContext context) {
    Failure.ifAny(
        "Exchanges of the tests differ from docs/openapi.yaml", Exchanges.OF_THIS_JVM.take());
  }
}
