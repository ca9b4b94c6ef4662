/// A world around the service: people with tokens and relations, the directory stood in for.
@NullMarked
package poca.appointmenttest;

import org.jspecify.annotations.NullMarked;
