@NullMarked
package poca.auth;

import org.jspecify.annotations.NullMarked;
