/// What every service's audit has sealed: copies, shown to admins and to the people they are about.
@NullMarked
package poca.directory.audit;

import org.jspecify.annotations.NullMarked;
