@NullMarked
package poca.ai.triage;

import org.jspecify.annotations.NullMarked;
