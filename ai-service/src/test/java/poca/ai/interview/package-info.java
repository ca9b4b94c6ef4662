@NullMarked
package poca.ai.interview;

import org.jspecify.annotations.NullMarked;
