/// Writing and reading messages: the use cases and their HTTP edge.
@NullMarked
package poca.chat.message;

import org.jspecify.annotations.NullMarked;
