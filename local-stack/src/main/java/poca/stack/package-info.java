/// The command line of the local stack.
@NullMarked
package poca.stack;

import org.jspecify.annotations.NullMarked;
