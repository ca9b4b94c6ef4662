@NullMarked
package poca.stack.testing.persistence;

import org.jspecify.annotations.NullMarked;
