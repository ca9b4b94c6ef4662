package poca.platform.event;

import org.slf4j.Logger;

/// Logs that something is out of reach once, and once that it is back.
final class Outage {

  private final Logger log;
  private final String what;
  private boolean out;

  Outage(Logger log, String what) {
    this.log = log;
    this.what = what;
  }

  synchronized void began(Throwable why) {
    if (!out) {
      out = true;
      log.warn("{}: out of reach, trying again until it is back ({})", what, why.toString());
    }
  }

  synchronized void ended() {
    if (out) {
      out = false;
      log.info("{}: back", what);
    }
  }
}
