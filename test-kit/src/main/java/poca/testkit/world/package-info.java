/// What the tests of every service need around it: people with tokens, what they ask, stand-ins for
/// the other services, and what the audit says afterwards.
@NullMarked
package poca.testkit.world;

import org.jspecify.annotations.NullMarked;
