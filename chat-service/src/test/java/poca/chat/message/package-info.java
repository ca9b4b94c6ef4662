@NullMarked
package poca.chat.message;

import org.jspecify.annotations.NullMarked;
