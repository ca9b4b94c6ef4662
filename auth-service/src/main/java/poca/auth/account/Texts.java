package poca.auth.account;

/// How long things may be (contract 1.9).
final class Texts {

  static final int SHORT = 255;
  static final int URL = 2048;
  static final int LONG = 20_000;
  static final int MANY = 60;

  private Texts() {}
}
