/// The way to the services.
@NullMarked
package poca.gateway.upstream;

import org.jspecify.annotations.NullMarked;
