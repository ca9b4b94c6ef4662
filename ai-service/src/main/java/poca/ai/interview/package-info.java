/// The built-in interviewer: asks what is missing for the complaint at hand, then sums up for the
/// doctor.
@NullMarked
package poca.ai.interview;

import org.jspecify.annotations.NullMarked;
