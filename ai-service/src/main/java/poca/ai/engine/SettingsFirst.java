package poca.ai.engine;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;

/// Refuses a wrong AI_PROVIDER before anything else is started, so that its one line is not hidden
/// behind a database that is not there. Spring finds it by `META-INF/spring.factories`.
final class SettingsFirst implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    var _ = Binder.get(event.getEnvironment()).bindOrCreate("poca.ai", EngineSettings.class);
  }
}
