@NullMarked
package poca.auth.login;

import org.jspecify.annotations.NullMarked;
