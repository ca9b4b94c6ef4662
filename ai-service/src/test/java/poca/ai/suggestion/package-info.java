@NullMarked
package poca.ai.suggestion;

import org.jspecify.annotations.NullMarked;
