/// Accounts, sessions and keys: who may come in, and what proves it.
@NullMarked
package poca.auth;

import org.jspecify.annotations.NullMarked;
