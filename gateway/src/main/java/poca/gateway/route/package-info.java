/// Which paths there are, whose they are, and how a path must be written.
@NullMarked
package poca.gateway.route;

import org.jspecify.annotations.NullMarked;
