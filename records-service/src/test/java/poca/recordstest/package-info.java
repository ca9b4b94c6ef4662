/// The world around records-service, for its tests.
@NullMarked
package poca.recordstest;

import org.jspecify.annotations.NullMarked;
