/// How one service asks another.
@NullMarked
package poca.platform.peer;

import org.jspecify.annotations.NullMarked;
