/// The agreement of a service with the OpenAPI document of the product.
///
/// A service imports [poca.stack.testing.agreement.Agreement] into the context of its integration
/// tests: from then on every HTTP exchange of theirs is held against the document, and a class
/// whose exchanges differ from it fails. One more test class, which implements
/// [poca.stack.testing.agreement.AgreesWithOpenApi], compares routes and requests and asks that
/// every operation was seen.
@NullMarked
package poca.stack.testing.agreement;

import org.jspecify.annotations.NullMarked;
