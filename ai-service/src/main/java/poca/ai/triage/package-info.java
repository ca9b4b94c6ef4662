/// How urgent a case is: fixed, published rules over the patient's own words, the same for every
/// engine.
@NullMarked
package poca.ai.triage;

import org.jspecify.annotations.NullMarked;
