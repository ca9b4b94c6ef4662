@NullMarked
package poca.chat.conversation;

import org.jspecify.annotations.NullMarked;
