@NullMarked
package poca.platform.text;

import org.jspecify.annotations.NullMarked;
