/// What a text, a number, a link and an address for mail are, the same for every field of every
/// service (contract 1.9). A field says by an annotation which of them it is.
@NullMarked
package poca.platform.text;

import org.jspecify.annotations.NullMarked;
