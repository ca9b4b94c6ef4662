/// How much of what costs something an account may have.
@NullMarked
package poca.ai.allowance;

import org.jspecify.annotations.NullMarked;
