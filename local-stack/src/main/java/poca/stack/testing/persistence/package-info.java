/// The rule of ADR 25: which code writes which tables.
@NullMarked
package poca.stack.testing.persistence;

import org.jspecify.annotations.NullMarked;
