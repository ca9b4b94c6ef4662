package poca.platform;

import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.source.spi.AttributePath;

/// Lets an embedded typed id (`DoctorId doctor`) name its column after the attribute that holds it
/// and not after the id's own `value`. Named in `poca-platform.yml`.
public final class TypedIdNaming extends ImplicitNamingStrategyJpaCompliantImpl {

  @Override
  protected String transformAttributePath(AttributePath path) {
    var parent = path.getParent();
    return path.getProperty().equals("value") && parent != null
        ? parent.getProperty()
        : super.transformAttributePath(path);
  }
}
