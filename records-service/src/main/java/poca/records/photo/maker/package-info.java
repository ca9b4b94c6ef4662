/// The program that makes a picture anew, run in a process of its own.
@NullMarked
package poca.records.photo.maker;

import org.jspecify.annotations.NullMarked;
