package poca.demo;

/// A step of the demo did not go as the contract says; the message is for the person who watches.
public final class StepFailed extends RuntimeException {

  StepFailed(String message) {
    super(message);
  }

  StepFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
