/// The HTTP edge: envelope, refusals, partial updates, paging.
@NullMarked
package poca.platform.web;

import org.jspecify.annotations.NullMarked;
