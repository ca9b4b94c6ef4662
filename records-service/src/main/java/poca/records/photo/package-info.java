/// Pictures of people that everybody may see.
@NullMarked
package poca.records.photo;

import org.jspecify.annotations.NullMarked;
