@NullMarked
package poca.testkit.persistence;

import org.jspecify.annotations.NullMarked;
