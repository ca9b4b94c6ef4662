/// What joins two parties: mappings, relations, ownership, and every question about them.
@NullMarked
package poca.directory.mapping;

import org.jspecify.annotations.NullMarked;
