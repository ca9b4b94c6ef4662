/// What we own: interviews, their messages, their turns.
@NullMarked
package poca.ai.session;

import org.jspecify.annotations.NullMarked;
