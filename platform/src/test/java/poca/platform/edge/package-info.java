/// The HTTP edge as a client meets it: a small application on the platform, asked through its
/// filters.
@NullMarked
package poca.platform.edge;

import org.jspecify.annotations.NullMarked;
