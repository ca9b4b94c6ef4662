@NullMarked
package poca.chat;

import org.jspecify.annotations.NullMarked;
