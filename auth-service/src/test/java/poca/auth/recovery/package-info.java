@NullMarked
package poca.auth.recovery;

import org.jspecify.annotations.NullMarked;
