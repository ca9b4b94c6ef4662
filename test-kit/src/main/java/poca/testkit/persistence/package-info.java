/// The rule of ADR 25: which code writes which tables.
@NullMarked
package poca.testkit.persistence;

import org.jspecify.annotations.NullMarked;
