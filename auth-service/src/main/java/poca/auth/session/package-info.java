/// Sessions: begun by a login or a sign-up, kept alive by refresh tokens, ended and told.
@NullMarked
package poca.auth.session;

import org.jspecify.annotations.NullMarked;
