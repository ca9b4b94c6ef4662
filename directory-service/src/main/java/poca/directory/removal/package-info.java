/// Deletion of a profile with everything that hangs on it.
@NullMarked
package poca.directory.removal;

import org.jspecify.annotations.NullMarked;
