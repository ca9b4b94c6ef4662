/// Who may do what: the access matrix, held against the running house call by call.
@NullMarked
package poca.system.access;

import org.jspecify.annotations.NullMarked;
