/// The way back for whoever lost the password: by an admin's link, the operator's, or by mail.
@NullMarked
package poca.auth.recovery;

import org.jspecify.annotations.NullMarked;
