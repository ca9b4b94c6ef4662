@NullMarked
package poca.auth.factor;

import org.jspecify.annotations.NullMarked;
