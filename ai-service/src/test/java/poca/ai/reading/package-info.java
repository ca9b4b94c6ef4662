@NullMarked
package poca.ai.reading;

import org.jspecify.annotations.NullMarked;
