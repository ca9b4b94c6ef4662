/// The chat of a doctor and a patient: who may enter, and whose turn it is.
@NullMarked
package poca.chat.chat;

import org.jspecify.annotations.NullMarked;
