/// Whether a session still stands: from the stream of endings while it is fresh, from auth-service
/// otherwise.
@NullMarked
package poca.access.session;

import org.jspecify.annotations.NullMarked;
