/// Accounts and how they come to be: sign-up, users, deactivation, deletion.
@NullMarked
package poca.auth.account;

import org.jspecify.annotations.NullMarked;
