@NullMarked
package poca.ai.problem;

import org.jspecify.annotations.NullMarked;
