package poca.aitest;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import poca.ai.engine.Audience;
import poca.ai.engine.Engine;
import poca.ai.interview.Assessment;

/// The real engine, but for a message that makes it fall over as a bug of ours would.
@TestConfiguration(proxyBeanMethods = false)
public class FragileEngine {

  /// What a patient writes to make it fall over.
  public static final String DEADLY = "xyzzy overflow";

  @Bean
  static BeanPostProcessor fragility() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Engine engine ? new Fragile(engine) : bean;
      }
    };
  }

  private record Fragile(Engine engine) implements Engine {
    @Override
    public String name() {
      return engine.name();
    }

    @Override
    public Answer answer(Assessment assessment, Audience audience) {
      if (assessment.newest().message().contains(DEADLY)) {
        throw new StackOverflowError("planted");
      }
      return engine.answer(assessment, audience);
    }

    @Override
    public Draft draft(Drafting drafting) {
      return engine.draft(drafting);
    }

    @Override
    public Draft suggest(Suggesting suggesting) {
      return engine.suggest(suggesting);
    }

    @Override
    public Draft summarise(Summarising summarising) {
      return engine.summarise(summarising);
    }
  }
}
