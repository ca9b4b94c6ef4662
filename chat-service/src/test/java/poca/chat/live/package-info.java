@NullMarked
package poca.chat.live;

import org.jspecify.annotations.NullMarked;
