@NullMarked
package poca.ai.source;

import org.jspecify.annotations.NullMarked;
