/// The one door: what of the world outside may reach which service, and in what form.
@NullMarked
package poca.gateway;

import org.jspecify.annotations.NullMarked;
