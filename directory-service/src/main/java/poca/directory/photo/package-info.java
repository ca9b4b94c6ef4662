/// Photos of profiles.
@NullMarked
package poca.directory.photo;

import org.jspecify.annotations.NullMarked;
