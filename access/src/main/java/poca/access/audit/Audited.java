package poca.access.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import poca.contracts.fact.AuditFact.Action;

/// Marks a route whose every use leaves an audit row, on the method or for all of the class. Its
/// refusals (403, 404) are recorded by the platform; what is granted, the use case records itself,
/// since only it knows the reason and the transaction ([Audit#granted]). A route that succeeded
/// without a row is counted in `audit.missing` and logged as an error.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Audited {

  /// The kind of thing, singular snake case.
  String value();

  /// What a refusal is a refusal of; by default what the HTTP method says: GET read, POST create,
  /// PUT update, DELETE delete.
  Action[] action() default {};

  /// Whether only its refusals are written down: a question whose granted deed comes afterwards, at
  /// a handshake, say.
  boolean refusedOnly() default false;
}
