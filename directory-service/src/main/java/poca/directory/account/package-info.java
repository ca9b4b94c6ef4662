/// What the directory knows of accounts, and what it asks auth-service to do with them.
@NullMarked
package poca.directory.account;

import org.jspecify.annotations.NullMarked;
