@NullMarked
package poca.gateway.door;

import org.jspecify.annotations.NullMarked;
