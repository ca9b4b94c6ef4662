/// What we own: chats, their messages in one order, and what was read.
@NullMarked
package poca.chat.conversation;

import org.jspecify.annotations.NullMarked;
