package poca.ai.likeness;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Tells whether what a patient told is like an emergency. Knows words only by their likeness to
/// what others wrote: what they deny, or whom they are about, is for the reader of the words to
/// say.
public interface Likeness {

  /// While there is no model nothing is like anything.
  Likeness OFF = (tellings, fits) -> Optional.empty();

  /// @param tellings each some messages of the patient in their order, to be taken together
  /// @param fits which emergencies it can be
  /// @return of that which is most like an emergency; empty if none is, or if it could not be told
  ///   in time
  Optional<Alike> of(List<List<String>> tellings, Predicate<EmergencyFamily> fits);

  /// @param isCertain whether it is so like that nothing has to be asked
  /// @param places the fewest words that are like it by themselves
  record Alike(EmergencyFamily family, boolean isCertain, int telling, List<Place> places) {

    public Alike {
      places = List.copyOf(places);
    }
  }

  /// @param message its index in the telling
  /// @param start in UTF-16 units of the message, as `end`, which is not part of it
  record Place(int message, int start, int end) {}
}
