@NullMarked
package poca.system.edges;

import org.jspecify.annotations.NullMarked;
