package poca.system;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// Takes down the house that test classes share when the last of them is done.
public final class SharedHouse implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .computeIfAbsent(
            SharedHouse.class, _ -> (AutoCloseable) House::closeShared, AutoCloseable.class);
  }
}
