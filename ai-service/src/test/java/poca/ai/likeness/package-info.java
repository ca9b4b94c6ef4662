@NullMarked
package poca.ai.likeness;

import org.jspecify.annotations.NullMarked;
