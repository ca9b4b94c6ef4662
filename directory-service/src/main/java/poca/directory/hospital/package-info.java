/// Hospitals' profiles and lists.
@NullMarked
package poca.directory.hospital;

import org.jspecify.annotations.NullMarked;
