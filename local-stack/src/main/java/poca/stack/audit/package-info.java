/// The operators' proof that nobody changed what the services wrote down of who did what.
@NullMarked
package poca.stack.audit;

import org.jspecify.annotations.NullMarked;
