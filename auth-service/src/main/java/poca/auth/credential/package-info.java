/// Passwords: what is accepted, and what is kept of them.
@NullMarked
package poca.auth.credential;

import org.jspecify.annotations.NullMarked;
