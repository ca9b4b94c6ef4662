@NullMarked
package poca.ai.words;

import org.jspecify.annotations.NullMarked;
