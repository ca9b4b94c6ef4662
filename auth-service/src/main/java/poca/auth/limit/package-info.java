/// How often something may be tried or had, counted in the database for all instances.
@NullMarked
package poca.auth.limit;

import org.jspecify.annotations.NullMarked;
