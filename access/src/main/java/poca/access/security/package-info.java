/// Who is calling: token verification, sessions, the role gate and the entity header.
@NullMarked
package poca.access.security;

import org.jspecify.annotations.NullMarked;
