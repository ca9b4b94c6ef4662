/// How far each side of a chat has been handed its messages.
@NullMarked
package poca.chat.receipt;

import org.jspecify.annotations.NullMarked;
