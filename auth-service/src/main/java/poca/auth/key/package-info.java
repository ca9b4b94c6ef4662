/// The keys that sign tokens: made, kept encrypted, published, replaced.
@NullMarked
package poca.auth.key;

import org.jspecify.annotations.NullMarked;
