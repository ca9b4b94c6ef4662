@NullMarked
package poca.auth.account;

import org.jspecify.annotations.NullMarked;
