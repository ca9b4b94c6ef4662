/// Letters to the holders of accounts: what they say. How they leave is the mailer's.
@NullMarked
package poca.auth.mail;

import org.jspecify.annotations.NullMarked;
