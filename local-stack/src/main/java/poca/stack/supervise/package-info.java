/// Keeps the processes of the stack running and ends them in order.
@NullMarked
package poca.stack.supervise;

import org.jspecify.annotations.NullMarked;
