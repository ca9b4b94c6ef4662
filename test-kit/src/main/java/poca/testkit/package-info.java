/// Real parts for integration tests: embedded by default, containers when a property asks for it.
@NullMarked
package poca.testkit;

import org.jspecify.annotations.NullMarked;
