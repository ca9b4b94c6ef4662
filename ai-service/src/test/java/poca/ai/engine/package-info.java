@NullMarked
package poca.ai.engine;

import org.jspecify.annotations.NullMarked;
