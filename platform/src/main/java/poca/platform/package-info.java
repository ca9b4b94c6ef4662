/// What is the same in every service: time and ids.
@NullMarked
package poca.platform;

import org.jspecify.annotations.NullMarked;
