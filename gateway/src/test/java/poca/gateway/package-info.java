@NullMarked
package poca.gateway;

import org.jspecify.annotations.NullMarked;
