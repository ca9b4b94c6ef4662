/// What happened to what an account may see, in one order for each account, wherever it happened.
@NullMarked
package poca.chat.stream;

import org.jspecify.annotations.NullMarked;
