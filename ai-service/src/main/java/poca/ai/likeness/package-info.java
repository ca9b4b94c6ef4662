/// The second net: how much a message is like messages about emergencies that were written by
/// others. It can raise and it can ask, never lower, and it may be missing.
@NullMarked
package poca.ai.likeness;

import org.jspecify.annotations.NullMarked;
