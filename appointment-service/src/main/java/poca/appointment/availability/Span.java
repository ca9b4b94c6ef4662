package poca.appointment.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The time from an instant until just before another.
public record Span(Instant startsAt, Instant endsAt) {

  /// Whether all of the other lies in this.
  public boolean covers(Span other) {
    return !other.startsAt.isBefore(startsAt) && !other.endsAt.isAfter(endsAt);
  }

  public boolean overlaps(Span other) {
    return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
  }

  /// What of this lies outside of the other: none, one or two pieces.
  public List<Span> without(Span other) {
    if (!overlaps(other)) {
      return List.of(this);
    }
    var left = new ArrayList<Span>();
    if (startsAt.isBefore(other.startsAt)) {
      left.add(new Span(startsAt, other.startsAt));
    }
    if (other.endsAt.isBefore(endsAt)) {
      left.add(new Span(other.endsAt, endsAt));
    }
    return left;
  }

  /// Cut into pieces of one length from its beginning; what is left at its end is none.
  List<Span> cut(Duration length) {
    var pieces = new ArrayList<Span>();
    for (var from = startsAt; !from.plus(length).isAfter(endsAt); from = from.plus(length)) {
      pieces.add(new Span(from, from.plus(length)));
    }
    return pieces;
  }
}
