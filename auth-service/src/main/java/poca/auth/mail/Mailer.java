package poca.auth.mail;

/// Takes mails to account holders and sends them.
public interface Mailer {

  /// Whether any letter leaves: without mail nothing is made that only a letter would carry.
  boolean isConfigured();

  /// Takes a letter, in the caller's transaction: it leaves if and only if that commits. Some carry
  /// a link that may not be stored as it is.
  void send(AccountMail mail);
}
