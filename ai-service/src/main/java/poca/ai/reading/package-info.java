/// What a patient's plain English says: findings with negation, temperatures, durations, ages,
/// remedies.
///
/// Everything here is deterministic and linear in the length of the text. It knows no rule of
/// urgency and asks no question.
@NullMarked
package poca.ai.reading;

import org.jspecify.annotations.NullMarked;
