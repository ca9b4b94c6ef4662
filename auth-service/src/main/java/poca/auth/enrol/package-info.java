/// Getting a second factor, keeping it usable and giving it up.
@NullMarked
package poca.auth.enrol;

import org.jspecify.annotations.NullMarked;
