/// Tokens that mean nothing by themselves: whoever has one is let do one thing.
@NullMarked
package poca.auth.token;

import org.jspecify.annotations.NullMarked;
