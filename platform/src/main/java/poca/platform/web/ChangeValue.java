package poca.platform.web;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/// Lets constraints look into a [Change]: `Change<@NotNull String>`. Public for the validator's
/// service loader only.
public final class ChangeValue implements ValueExtractor<Change<@ExtractedValue ?>> {

  @Override
  public void extractValues(Change<?> change, ValueReceiver receiver) {
    switch (change) {
      case Change.Unsent<?> _ -> {}
      case Change.Cleared<?> _ -> receiver.value(null, null);
      case Change.Set<?>(var value) -> receiver.value(null, value);
    }
  }
}
