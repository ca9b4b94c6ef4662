/// Who touched what: the audit of the contract's 9.1, its hash chain and its proof.
@NullMarked
package poca.access.audit;

import org.jspecify.annotations.NullMarked;
