@NullMarked
package poca.auth.enrol;

import org.jspecify.annotations.NullMarked;
