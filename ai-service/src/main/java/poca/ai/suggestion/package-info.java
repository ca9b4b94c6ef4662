/// What doctors suggest for problems that come up again and again (contract 4.12).
@NullMarked
package poca.ai.suggestion;

import org.jspecify.annotations.NullMarked;
