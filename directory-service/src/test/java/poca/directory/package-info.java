@NullMarked
package poca.directory;

import org.jspecify.annotations.NullMarked;
