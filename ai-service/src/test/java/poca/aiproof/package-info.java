/// Proofs that take minutes: run by `./poca prove`, not by the tests.
@NullMarked
package poca.aiproof;

import org.jspecify.annotations.NullMarked;
