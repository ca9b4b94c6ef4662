/// Who is let in, as a client meets it: a small application behind its filters.
@NullMarked
package poca.access.edge;

import org.jspecify.annotations.NullMarked;
