@NullMarked
package poca.ai.live;

import org.jspecify.annotations.NullMarked;
