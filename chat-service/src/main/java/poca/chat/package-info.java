/// Chats of doctors and patients.
@NullMarked
package poca.chat;

import org.jspecify.annotations.NullMarked;
