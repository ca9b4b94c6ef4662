@NullMarked
package poca.ai.context;

import org.jspecify.annotations.NullMarked;
