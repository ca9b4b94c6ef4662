package poca.access.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reports the proof of one service's audit.
///
/// @param entries how many were found right, from the first on
/// @param bad the first row that is wrong; null if none is
/// @param witness whether another service was asked how far it had seen the chain come; unasked,
///   rows that were cut off at the end may go unnoticed
record ProofResult(String service, long entries, @Nullable Bad bad, Witness witness) {

  /// @param position in the chain; 0 for a row that never was in it
  /// @param id the row's id, if it is there
  record Bad(Wrong wrong, long position, @Nullable UUID id) {}

  enum Wrong {
    /// the row is not as the service wrote it, or the service did not write it
    FORGED,
    /// the row is gone, later ones are there
    MISSING,
    /// the row and all later ones are gone
    CUT,
    /// up to this row the chain was made anew: it contradicts a checkpoint
    REWRITTEN
  }

  enum Witness {
    ASKED,
    /// it has not been told anything yet
    SILENT,
    OUT_OF_REACH
  }
}
