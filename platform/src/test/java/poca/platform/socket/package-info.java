@NullMarked
package poca.platform.socket;

import org.jspecify.annotations.NullMarked;
