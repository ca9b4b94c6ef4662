/// The two sides of a conversation.
@NullMarked
package poca.chat.careteam;

import org.jspecify.annotations.NullMarked;
