@NullMarked
package poca.ai.draft;

import org.jspecify.annotations.NullMarked;
