/// Which interviews wait for the doctor, the most urgent first.
@NullMarked
package poca.ai.worklist;

import org.jspecify.annotations.NullMarked;
