@NullMarked
package poca.gateway.access;

import org.jspecify.annotations.NullMarked;
