/// What we know of others: who belongs to whom, and whose a chat is.
@NullMarked
package poca.ai.careteam;

import org.jspecify.annotations.NullMarked;
