@NullMarked
package poca.records.casehistory;

import org.jspecify.annotations.NullMarked;
