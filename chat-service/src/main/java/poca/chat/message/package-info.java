/// Messages in their order: sending and reading them, and how far each side has been handed and has
/// read them.
@NullMarked
package poca.chat.message;

import org.jspecify.annotations.NullMarked;
