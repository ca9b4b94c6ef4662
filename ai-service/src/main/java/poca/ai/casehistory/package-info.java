/// The texts of case histories (contract 6.4).
@NullMarked
package poca.ai.casehistory;

import org.jspecify.annotations.NullMarked;
