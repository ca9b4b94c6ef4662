@NullMarked
package poca.platform.sql;

import org.jspecify.annotations.NullMarked;
