/// Who belongs to whom, as the directory told it: a copy that is asked first, and the owner who is
/// asked when the copy knows of nothing.
@NullMarked
package poca.access.relation;

import org.jspecify.annotations.NullMarked;
