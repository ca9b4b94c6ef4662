@NullMarked
package poca.ai.language;

import org.jspecify.annotations.NullMarked;
