/// What statements rest on, and whether they hold.
@NullMarked
package poca.ai.source;

import org.jspecify.annotations.NullMarked;
