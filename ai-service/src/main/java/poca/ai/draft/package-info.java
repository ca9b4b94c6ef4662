/// Suggested replies: drafts for the doctor, never part of the interview.
@NullMarked
package poca.ai.draft;

import org.jspecify.annotations.NullMarked;
