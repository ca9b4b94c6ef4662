/// What the services agree on: typed ids, facts and their topics, roles, token claims and the error
/// codes of the contract.
@NullMarked
package poca.contracts;

import org.jspecify.annotations.NullMarked;
