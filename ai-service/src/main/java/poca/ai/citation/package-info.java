/// The citations of statements, for whoever may see what they cite.
@NullMarked
package poca.ai.citation;

import org.jspecify.annotations.NullMarked;
