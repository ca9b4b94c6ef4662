/// The assistant.
@NullMarked
package poca.ai;

import org.jspecify.annotations.NullMarked;
