/// The edge between our types and the database driver's.
@NullMarked
package poca.platform.sql;

import org.jspecify.annotations.NullMarked;
