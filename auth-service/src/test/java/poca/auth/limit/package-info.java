@NullMarked
package poca.auth.limit;

import org.jspecify.annotations.NullMarked;
