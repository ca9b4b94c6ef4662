@NullMarked
package poca.auth.key;

import org.jspecify.annotations.NullMarked;
