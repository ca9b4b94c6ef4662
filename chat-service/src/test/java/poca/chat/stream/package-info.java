@NullMarked
package poca.chat.stream;

import org.jspecify.annotations.NullMarked;
