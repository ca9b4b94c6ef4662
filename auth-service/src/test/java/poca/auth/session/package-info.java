@NullMarked
package poca.auth.session;

import org.jspecify.annotations.NullMarked;
