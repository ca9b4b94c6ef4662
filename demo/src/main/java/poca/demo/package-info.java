/// The demo: its people loaded, and a consultation played, through the gateway like any app would.
@NullMarked
package poca.demo;

import org.jspecify.annotations.NullMarked;
