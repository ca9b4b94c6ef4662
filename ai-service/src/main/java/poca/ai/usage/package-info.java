/// What the engines were used for, and what a provider may send a bill for.
@NullMarked
package poca.ai.usage;

import org.jspecify.annotations.NullMarked;
