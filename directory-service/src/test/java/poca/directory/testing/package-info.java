/// Callers, their tokens and a stand-in for auth-service.
@NullMarked
package poca.directory.testing;

import org.jspecify.annotations.NullMarked;
