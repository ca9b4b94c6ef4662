/// Whose token it is, whether it still counts, and how many requests it may make.
@NullMarked
package poca.gateway.access;

import org.jspecify.annotations.NullMarked;
