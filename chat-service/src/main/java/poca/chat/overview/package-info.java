/// Chats as clients see them: with the newest message, how far each side has come, and the
/// interview that waits for the doctor.
@NullMarked
package poca.chat.overview;

import org.jspecify.annotations.NullMarked;
