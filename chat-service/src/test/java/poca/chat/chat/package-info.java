@NullMarked
package poca.chat.chat;

import org.jspecify.annotations.NullMarked;
