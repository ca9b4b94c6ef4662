@NullMarked
package poca.ai.citation;

import org.jspecify.annotations.NullMarked;
