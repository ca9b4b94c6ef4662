/// Second factors: secrets, codes, recovery codes, and what stands between the two steps of a
/// login.
@NullMarked
package poca.auth.factor;

import org.jspecify.annotations.NullMarked;
