@NullMarked
package poca.auth.credential;

import org.jspecify.annotations.NullMarked;
