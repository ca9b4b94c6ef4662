/// What every request passes before it reaches a service or one of the gateway's own pages.
@NullMarked
package poca.gateway.door;

import org.jspecify.annotations.NullMarked;
