/// The agreement of a service with the OpenAPI document of the product.
///
/// A service imports [poca.testkit.agreement.Agreement] into the context of its integration tests:
/// from then on every HTTP exchange of theirs is held against the document, and a class whose
/// exchanges differ from it fails. One more test class, which implements
/// [poca.testkit.agreement.AgreesWithOpenApi], compares routes and requests and asks that every
/// operation was seen.
@NullMarked
package poca.testkit.agreement;

import org.jspecify.annotations.NullMarked;
