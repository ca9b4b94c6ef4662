@NullMarked
package poca.gateway.route;

import org.jspecify.annotations.NullMarked;
