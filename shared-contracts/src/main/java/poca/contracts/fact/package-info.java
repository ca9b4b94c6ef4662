/// What happened, as the services tell each other: past tense, complete, immutable; ids, states and
/// versions, never clinical text.
@NullMarked
package poca.contracts.fact;

import org.jspecify.annotations.NullMarked;
