/// Which profiles exist and which did.
@NullMarked
package poca.directory.registry;

import org.jspecify.annotations.NullMarked;
