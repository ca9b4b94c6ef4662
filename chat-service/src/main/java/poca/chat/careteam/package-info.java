/// What we know from the directory: who may talk to whom.
@NullMarked
package poca.chat.careteam;

import org.jspecify.annotations.NullMarked;
