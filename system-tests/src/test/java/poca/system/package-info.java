/// The whole system as a person meets it, through the gateway.
@NullMarked
package poca.system;

import org.jspecify.annotations.NullMarked;
